package org.lingbao.enrollment.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.lingbao.enrollment.signal.SignalDesk.end;
import static org.lingbao.enrollment.signal.SignalDesk.listed;
import static org.lingbao.enrollment.signal.SignalDesk.open;
import static org.lingbao.enrollment.signal.SignalDesk.signalOf;
import static org.lingbao.enrollment.signal.SignalDesk.signalsOf;
import static org.lingbao.enrollment.testing.Citizen.post;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** One payer behind many persons comes on a work list, and is nobody there. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PayerSignalsTest {
    private static final int PERSONS = 8;
    private static final String TODAY = TestStack.FIRST_DAY;

    @Inject
    SweepSignals sweep;

    @Inject
    ObjectMapper mapper;

    /** Somebody who enrolled. */
    private record Enrolled(String person, String enrollment) {}

    @Test
    void a_payer_behind_many_persons_is_noticed_with_their_enrollments_and_is_not_shown() throws Throwable {
        var payer = payer();
        var enrolled = enroll(PERSONS);
        paid(payer, enrolled, TODAY);

        look();

        var signal = signalOf(enrolled.getFirst().enrollment());
        var shown = open(signal, "li.clerk")
                .statusCode(200)
                .body("signal.kind", equalTo("PAYER"))
                .body("signal.area", equalTo("370700"))
                .body("signal.persons", equalTo(PERSONS))
                .body("signal.firstOn", equalTo(TODAY))
                .body("signal.threshold.persons", equalTo(PERSONS))
                .body("signal.threshold.days", equalTo(90))
                .body("signal.threshold.status", equalTo("UNCERTAIN"))
                .body("signal.detail.zh", containsString("90天内有8名参保人由同一人"))
                .body("signal.detail.en", containsString("One payer paid for 8 enrolled persons within 90 days"))
                .body("signal.next.en", containsString("refuse no enrollment and no payment"))
                .body("enrollmentIds", containsInAnyOrder(enrollments(enrolled)))
                .extract()
                .asString();
        assertThat(shown).doesNotContain(payer);
        assertThat(listed("li.clerk", "&kind=PAYER")).contains(signal);
    }

    @Test
    void one_less_is_nothing_and_one_more_is_the_same_signal() throws Throwable {
        var payer = payer();
        var enrolled = enroll(PERSONS - 1);
        paid(payer, enrolled, TODAY);
        look();
        assertThat(signalsOf(enrolled.getFirst().enrollment())).isEmpty();

        var eighth = enroll(1);
        paid(payer, eighth, TODAY);
        look();
        var signal = signalOf(eighth.getFirst().enrollment());
        var ninth = enroll(1);
        paid(payer, ninth, TODAY);
        look();

        assertThat(signalsOf(ninth.getFirst().enrollment())).containsExactly(signal);
        open(signal, "li.clerk")
                .body("signal.persons", equalTo(PERSONS + 1))
                .body("enrollmentIds", hasSize(PERSONS + 1));
    }

    @Test
    void one_person_is_one_however_often_and_of_different_payers_each_has_their_own() throws Throwable {
        var payer = payer();
        var one = enroll(1);
        for (var time = 0; time < 10; time++) {
            paid(payer, one, TODAY);
        }
        var others = enroll(PERSONS - 2);
        paid(payer, others, TODAY);
        paid(payer(), enroll(1), TODAY);
        paidByThemselves(enroll(1));

        look();

        assertThat(signalsOf(one.getFirst().enrollment())).isEmpty();
        assertThat(signalsOf(others.getFirst().enrollment())).isEmpty();
    }

    @Test
    void what_was_found_harmless_is_not_noticed_again_however_long_it_goes_on_but_others_are() throws Throwable {
        var payer = payer();
        var enrolled = enroll(PERSONS);
        paid(payer, enrolled, "2026-08-20");
        look();
        var signal = signalOf(enrolled.getFirst().enrollment());
        end(open(signal, "li.clerk").extract().path("signal.taskId"), "li.clerk", "HARMLESS")
                .statusCode(200);

        paid(payer, enrolled, "2026-09-02");
        look();
        assertThat(signalsOf(enrolled.getFirst().enrollment())).containsExactly(signal);
        open(signal, "li.clerk").body("signal.state", equalTo("DONE"));

        var newOnes = enroll(PERSONS);
        paid(payer, newOnes, "2026-09-02");
        look();
        open(signalOf(newOnes.getFirst().enrollment()), "li.clerk")
                .body("signal.persons", equalTo(PERSONS))
                .body("enrollmentIds", containsInAnyOrder(enrollments(newOnes)));
    }

    @Test
    void who_was_paid_for_long_ago_counts_only_if_they_still_are() throws Throwable {
        var payer = payer();
        var enrolled = enroll(PERSONS);
        paid(payer, enrolled, "2026-06-03");
        look();
        assertThat(signalsOf(enrolled.getFirst().enrollment()))
                .as("the day before the first of 90")
                .isEmpty();

        paid(payer, enrolled, "2026-06-04");
        look();

        open(signalOf(enrolled.getFirst().enrollment()), "li.clerk")
                .body("signal.firstOn", equalTo("2026-06-03"))
                .body("signal.lastOn", equalTo("2026-06-04"));
    }

    @Test
    void days_go_out_whatever_order_the_events_come_in_and_an_event_twice_is_once() {
        var payer = payer();
        var person = enroll(1).getFirst().person();
        var twice = UUID.randomUUID();
        told(twice, "month-paid", person, "2026-08-15", payer);
        told(twice, "month-paid", person, "2026-08-15", payer);
        told(UUID.randomUUID(), "year-paid", person, "2026-08-20", payer);
        told(UUID.randomUUID(), "month-paid", person, "2026-08-10", payer);
        told(UUID.randomUUID(), "month-paid", person, "2026-08-12", payer);

        assertThat(TestDatabase.query(
                        "select cast(first_on as text) as first, cast(last_on as text) as last from paid_for where payer = decode(?, 'hex')",
                        payer))
                .containsExactly(Map.of("first", "2026-08-10", "last", "2026-08-20"));
    }

    @Test
    void who_was_merged_and_the_survivor_are_one_person_to_a_payer() throws Throwable {
        var payer = payer();
        var survivor = Citizen.driver();
        var twin = survivor.twin();
        var survivorId = survivor.register();
        var twinId = twin.register();
        String twins = twin.enroll(twinId).statusCode(201).extract().path("enrollmentId");
        post(
                        "/possible-matches/" + Matched.pair(survivorId, twinId) + "/decision",
                        TestTokens.of("li.clerk"),
                        "{\"decision\": \"SAME\", \"survivorId\": \"" + survivorId + "\"}")
                .statusCode(200);
        var others = enroll(PERSONS - 2);
        paid(payer, others, TODAY);
        told(UUID.randomUUID(), "month-paid", survivorId, TODAY, payer);
        told(UUID.randomUUID(), "month-paid", twinId, TODAY, payer);
        look();
        assertThat(signalsOf(twins)).as("eight ids, seven persons").isEmpty();

        var eighth = enroll(1);
        paid(payer, eighth, TODAY);
        look();

        open(signalOf(eighth.getFirst().enrollment()), "li.clerk")
                .body("signal.persons", equalTo(PERSONS))
                .body("enrollmentIds", hasItems(twins, others.getFirst().enrollment()));
    }

    @Test
    void the_examples_of_both_events_bind_to_what_is_read_of_them() throws IOException {
        var tolerant = mapper.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        for (var event : List.of("month-paid", "year-paid")) {
            var read = tolerant.readValue(Schemas.example("contribution", event), PaidFor.class);
            assertThat(read.payer()).hasSize(64);
            assertThat(read.paidOn()).isEqualTo("2026-09-01");
        }
    }

    private void look() throws Throwable {
        var made = VertxContextSupport.subscribeAndAwait(() -> sweep.sweep());
        assertThat(made).isNotNegative();
    }

    private static Object[] enrollments(List<Enrolled> enrolled) {
        return enrolled.stream().map(Enrolled::enrollment).toArray();
    }

    private static String payer() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }

    /** Strangers to each other, each with a phone of their own. */
    private static List<Enrolled> enroll(int persons) {
        return IntStream.range(0, persons)
                .mapToObj(number -> {
                    var citizen = Citizen.driver();
                    var person = citizen.register();
                    return new Enrolled(
                            person,
                            citizen.enroll(person).statusCode(201).extract().path("enrollmentId"));
                })
                .toList();
    }

    private static void paid(String payer, List<Enrolled> whom, String day) {
        whom.forEach(one -> told(UUID.randomUUID(), "month-paid", one.person(), day, payer));
    }

    private static void paidByThemselves(List<Enrolled> whom) {
        whom.forEach(one -> told(UUID.randomUUID(), "month-paid", one.person(), TODAY, ""));
    }

    /** As contribution tells it, and until it is taken. */
    private static void told(UUID message, String event, String person, String day, String payer) {
        var named = payer.isEmpty() ? "" : ", \"payer\": \"" + payer + "\"";
        TestTopics.send(
                "contribution.person",
                person,
                """
                {"personId": "%s", "scheme": "MEDICAL", "place": "370700", "months": ["2026-09"], "base": "4573.00",
                 "pension": "914.60", "account": "365.84", "pooled": "548.76", "receiptId": "%s", "paidOn": "%s"%s}""".formatted(person, UUID.randomUUID(), day, named).getBytes(UTF_8),
                Map.of("ce_id", message.toString(), "ce_type", "contribution." + event + ".v1"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> TestDatabase.number(
                                "select count(*) from inbox where message_id = ? and consumer = 'enrollment-payers'",
                                message)
                        == 1);
    }
}
