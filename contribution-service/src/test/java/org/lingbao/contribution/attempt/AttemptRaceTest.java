package org.lingbao.contribution.attempt;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** Many at one bill in the same moment. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AttemptRaceTest {

    @Test
    void of_32_calls_of_three_channels_at_one_bill_one_channel_gets_it() throws Exception {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var channels = List.of(Channels.terminal(), Channels.otherTerminal(), Channels.app(person));
        var answers = Channels.atOnce(32, call -> () -> channels.get(call % 3).begins(bill));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(answer -> answer.<String>path("attemptId"))
                .hasSizeBetween(10, 11)
                .containsOnly(attemptAt(bill));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer ->
                        assertThat(answer.<List<String>>path("errors.code")).containsExactly("ATTEMPT_IN_FLIGHT"));
        assertThat(TestDatabase.number("select count(*) from attempt where bill_id = ?", bill))
                .isEqualTo(1);
    }

    @Test
    void three_payments_at_a_bill_in_flight_make_one_posting_and_two_clear_answers() throws Exception {
        var bill = Story.billOf(Story.insured());
        var sequences = List.of(Story.newSequence(), Story.newSequence(), Story.newSequence());
        var holder = Channels.terminal(Story.TERMINAL, sequences.getFirst());
        var unused = holder.begun(bill);
        var answers = Channels.atOnce(
                3,
                call -> () ->
                        Channels.pays(call == 0 ? Story.TERMINAL : Story.OTHER_TERMINAL, sequences.get(call), bill));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().collect(groupingBy(answer -> answer.<String>path("outcome"), counting())))
                .isEqualTo(Map.of("PAID", 1L, "SUSPENDED", 2L));
        assertThat(answers)
                .filteredOn(answer -> "SUSPENDED".equals(answer.path("outcome")))
                .allSatisfy(answer ->
                        assertThat(answer.<List<String>>path("reasons.code")).containsExactly("ALREADY_PAID"));
        assertThat(holder.state()).isEqualTo(answers.getFirst().path("outcome"));
        assertThat(TestDatabase.number("select count(*) from receipt where bill_id = ? and outcome = 'PAID'", bill))
                .isEqualTo(1);
    }

    @Test
    void a_bill_that_is_given_up_again_and_again_is_held_by_one_at_a_time() throws Exception {
        var bill = Story.billOf(Story.insured());
        var answers = Channels.atOnce(32, call -> () -> {
            var channel = call % 2 == 0 ? Channels.terminal() : Channels.otherTerminal();
            var begun = channel.begins(bill);
            if (begun.statusCode() == 201) {
                channel.givesUp(begun.path("attemptId")).then().statusCode(200);
            }
            return begun;
        });
        assertThat(answers)
                .extracting(Response::statusCode)
                .isSubsetOf(201, 409, 503)
                .contains(201);
        var last = Channels.terminal();
        assertThat(last.begins(bill).statusCode()).isEqualTo(201);
        assertThat(TestDatabase.number("select count(*) from attempt where bill_id = ? and released_at is null", bill))
                .isEqualTo(1);
    }

    @Test
    void an_attempt_and_a_payment_at_the_same_bill_wait_for_nobody_and_lose_nothing() throws Exception {
        var bills =
                Stream.generate(() -> Story.billOf(Story.insured())).limit(8).toList();
        var answers = Channels.atOnce(16, call -> () -> {
            var bill = bills.get(call / 2);
            return call % 2 == 0
                    ? Channels.terminal().begins(bill)
                    : Channels.pays(Story.OTHER_TERMINAL, Story.newSequence(), bill);
        });
        for (var call = 0; call < answers.size(); call++) {
            var answer = answers.get(call);
            if (call % 2 == 1) {
                assertThat(answer.<String>path("outcome")).isEqualTo("PAID");
            } else {
                assertThat(answer.statusCode()).isIn(201, 409);
            }
        }
    }

    private static String attemptAt(UUID bill) {
        return String.valueOf(TestDatabase.query("select attempt_id from attempt where bill_id = ?", bill)
                .getFirst()
                .get("attempt_id"));
    }
}
