package org.lingbao.contribution.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Billed.monthsOf;
import static org.lingbao.contribution.story.Billed.plan;
import static org.lingbao.contribution.story.BillingOrder.done;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** A person who has paused owes nothing, and pays again when they say so (中断、恢复缴费). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PausedTest {
    private final YearMonth month = Story.thisMonth();

    @Test
    void a_paused_month_is_not_billed_and_the_first_one_after_it_is() {
        var paused = Story.insured();
        var again = Story.insured();
        plan(paused, 1, month);
        plan(again, 1, month.minusMonths(1));
        paused(paused, "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(month, month));
        paused(again, "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(month.minusMonths(1), month.minusMonths(1)));

        assertThat(done(month).getLong("bills")).isPositive();

        assertThat(monthsOf(paused)).isEmpty();
        assertThat(monthsOf(again)).containsExactly(month);
    }

    @Test
    void what_is_billed_of_paused_months_is_withdrawn_and_the_months_before_stay_payable() {
        var person = Story.insured();
        var bill = UUID.fromString(Story.choosesPlan(
                        person, UUID.randomUUID().toString(), Story.plan(person, Story.BASE, "QUARTER", month))
                .then()
                .statusCode(201)
                .extract()
                .path("bill.billId"));

        paused(person, "{\"from\": \"%s\"}".formatted(month.plusMonths(1)));

        assertThat(withdrawn(bill)).isTrue();
        assertThat(monthsOf(person)).containsExactly(month);
        assertThat(owed(person)).isEqualTo(91460);
    }

    @Test
    void a_paid_month_stays_paid() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .statusCode(201);

        paused(person, "{\"from\": \"%s\"}".formatted(month));

        assertThat(withdrawn(bill)).isFalse();
        assertThat(monthsOf(person)).containsExactly(month);
    }

    @Test
    void who_resumes_gets_this_months_bill_at_once_and_only_once() {
        var person = Story.insured();
        var before = Story.billOf(person);
        paused(person, "{\"from\": \"%s\"}".formatted(month));
        assertThat(monthsOf(person)).isEmpty();

        resumed(person, "");
        resumed(person, "");

        assertThat(monthsOf(person)).containsExactly(month);
        assertThat(withdrawn(before)).isTrue();
        assertThat(owed(person)).isEqualTo(91460);
    }

    @Test
    void a_period_is_billed_up_to_a_pause() {
        var person = Story.insured();
        plan(person, 3, month);
        paused(person, "{\"from\": \"%s\"}".formatted(month.plusMonths(2)));

        assertThat(done(month).getLong("bills")).isPositive();

        assertThat(monthsOf(person)).containsExactly(month, month.plusMonths(1));
        assertThat(owed(person)).isEqualTo(2 * 91460);
    }

    @Test
    void a_period_that_was_interrupted_goes_on_after_the_pause() {
        var person = Story.insured();
        plan(person, 3, month.minusMonths(1));
        paused(person, "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(month.minusMonths(1), month.minusMonths(1)));

        assertThat(done(month).getLong("bills")).isPositive();

        assertThat(monthsOf(person)).containsExactly(month, month.plusMonths(1));
    }

    @Test
    void nobody_chooses_a_plan_for_a_paused_month() {
        var person = Story.insured();
        paused(person, "{\"from\": \"%s\"}".formatted(month));

        Story.choosesPlan(person).then().statusCode(422).body("errors.code", contains("RELATION_PAUSED"));
    }

    @Test
    void money_for_a_bill_that_a_pause_made_void_waits_in_suspense() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        paused(person, "{\"from\": \"%s\"}".formatted(month));

        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .body("outcome", equalTo("SUSPENDED"));

        assertThat(monthsOf(person)).isEmpty();
    }

    private static void paused(Person person, String months) {
        tell("relation-paused", person, months, "pausedOn");
    }

    private static void resumed(Person person, String months) {
        tell("relation-resumed", person, months, "resumedOn");
    }

    private static void tell(String name, Person person, String months, String day) {
        var message = UUID.randomUUID();
        var relation = TestDatabase.query("select relation_id from relation where person_id = ?", person.id())
                .getFirst()
                .get("relation_id");
        Story.enrollmentTells(
                message, name, person.id(), """
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "paused": [%s], "%s": "%s"}""".formatted(relation, person.id(), months, day, Story.today()));
        Awaitility.await()
                .until(() -> TestDatabase.number("select count(*) from inbox where message_id = ?", message) == 1);
    }

    private static long owed(Person person) {
        return TestDatabase.number(
                "select sum(amount_fen) from bill where person_id = ? and withdrawn_on is null", person.id());
    }

    private static boolean withdrawn(UUID bill) {
        return TestDatabase.number("select count(*) from bill where bill_id = ? and withdrawn_on is not null", bill)
                == 1;
    }
}
