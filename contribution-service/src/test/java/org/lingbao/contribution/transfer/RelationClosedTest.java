package org.lingbao.contribution.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.TransferStory.provesItself;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.BillingOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** A relation that ends, and one that begins again. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RelationClosedTest {

    @Test
    void a_relation_that_ends_ends_its_plan_and_billing_stops() {
        var person = OldPlaceTest.paid();
        RelationStory.closes(person, relationOf(person), "2026-09");
        assertThat(planUntil(person)).isEqualTo("2026-09-01");
        bill("2026-10");
        assertThat(TestDatabase.number("select count(*) from bill where person_id = ?", person.id()))
                .isEqualTo(1);
        Story.choosesPlan(person).then().statusCode(404);
    }

    @Test
    void a_plan_that_would_have_begun_later_never_begins() {
        var person = Story.insured();
        var unused = Story.earlierPlan(person, 1, YearMonth.of(2026, 11), 457300);
        RelationStory.closes(person, relationOf(person), "2026-08");
        assertThat(planUntil(person)).isEqualTo("2026-10-01");
        bill("2026-11");
        assertThat(TestDatabase.number("select count(*) from bill where person_id = ?", person.id()))
                .isZero();
    }

    @Test
    void what_is_told_last_holds_and_a_plan_that_had_ended_stays_as_it_is() {
        var person = OldPlaceTest.paid();
        var relation = relationOf(person);
        var unused = TestDatabase.execute("update plan set until_month = from_month where person_id = ?", person.id());
        RelationStory.closes(person, relation, "2026-12");
        RelationStory.closes(person, relation, "2026-11");
        assertThat(planUntil(person)).isEqualTo("2026-09-01");
        assertThat(String.valueOf(TestDatabase.query("select to_month from relation where relation_id = ?", relation)
                        .getFirst()
                        .get("to_month")))
                .isEqualTo("2026-11-01");
    }

    @Test
    void who_left_and_comes_back_pays_into_the_account_again() {
        var person = OldPlaceTest.paid();
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        transfer.asksToSettle();
        RelationStory.closes(person, relationOf(person), "2026-09");
        assertThat(isSealed(person)).isTrue();
        RelationStory.opens(person, UUID.randomUUID());
        assertThat(isSealed(person)).isFalse();
        paysAgain(person);
        provesItself();
    }

    @Test
    void a_new_relation_that_is_known_before_the_settlement_is_not_closed_by_it() {
        var person = OldPlaceTest.paid();
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        RelationStory.closes(person, relationOf(person), "2026-09");
        RelationStory.opens(person, UUID.randomUUID());
        assertThat(isSealed(person)).isTrue();
        transfer.asksToSettle();
        assertThat(isSealed(person)).isFalse();
        paysAgain(person);
        provesItself();
    }

    private static void paysAgain(Person person) {
        var plan = Story.earlierPlan(person, 1, YearMonth.of(2026, 10), 457300);
        Story.lastBill(plan, YearMonth.of(2026, 10));
        var bill = UUID.fromString(String.valueOf(TestDatabase.query("select bill_id from bill where plan_id = ?", plan)
                .getFirst()
                .get("bill_id")));
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        assertThat(TransferStory.accountOf(person)).isEqualTo(36584);
    }

    private static boolean isSealed(Person person) {
        return TestDatabase.number(
                        "select count(*) from account_balance where account_owner = ? and sealed_by is not null",
                        person.id() + "/EMPLOYEE")
                == 1;
    }

    private static void bill(String month) {
        assertThat(BillingOrder.done(YearMonth.parse(month)).getLong("bucketsDone"))
                .isPositive();
    }

    private static String planUntil(Person person) {
        return String.valueOf(TestDatabase.query("select until_month from plan where person_id = ?", person.id())
                .getFirst()
                .get("until_month"));
    }

    private static UUID relationOf(Person person) {
        return UUID.fromString(String.valueOf(TestDatabase.query(
                        "select relation_id from relation where person_id = ? and to_month is null", person.id())
                .getFirst()
                .get("relation_id")));
    }
}
