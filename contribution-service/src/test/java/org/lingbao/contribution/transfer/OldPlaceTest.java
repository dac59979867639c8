package org.lingbao.contribution.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lingbao.contribution.story.TransferStory.accountOf;
import static org.lingbao.contribution.story.TransferStory.balance;
import static org.lingbao.contribution.story.TransferStory.provesItself;
import static org.lingbao.contribution.story.TransferStory.statementOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.BillingOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** What is done where the person paid before. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OldPlaceTest {
    private static final String PROVINCE = "210000";

    @Test
    void a_sealed_account_is_stated_released_and_settled() {
        var transit = balance("TRANSIT", PROVINCE);
        var person = paid();
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        var form = transfer.answer(1, "account-sealed").get("form");
        assertThat(form.get("account").asText()).isEqualTo("365.84");
        assertThat(form.get("currentYear").asText()).isEqualTo("365.84");
        assertThat(form.get("lastYearEnd").asText()).isEqualTo("0.00");
        assertThat(form.get("pooled").asText()).isEqualTo("548.76");
        assertThat(form.get("total").asText()).isEqualTo("914.60");
        assertThat(form.get("rows").toString()).isEqualTo("""
                [{"place":"370700","from":"2026-09","to":"2026-09","monthlyBase":"4573.00","closingBalance":"365.84"}]""");
        provesItself();

        transfer.asksToRelease(form.toString());
        var reference = transfer.answer(2, "funds-released").get("reference").asText();
        assertThat(reference).startsWith("37-20260901-");
        assertThat(accountOf(person)).isZero();
        assertThat(balance("TRANSIT", PROVINCE) - transit).isEqualTo(91460);
        provesItself();
        orders(hasItem(reference));

        transfer.asksToSettle();
        assertThat(transfer.isParked()).isFalse();
        assertThat(balance("TRANSIT", PROVINCE)).isEqualTo(transit);
        provesItself();
    }

    @Test
    void a_statement_shows_where_the_months_went() {
        var person = paid();
        assertThat(released(person).isParked()).isFalse();
        var statement = statementOf(person);
        assertThat(statement.getInt("paidMonths")).isZero();
        assertThat(statement.getString("accountBalance")).isEqualTo("0.00");
        assertThat(statement.getString("pooledTotal")).isEqualTo("0.00");
        assertThat(statement.getString("months[0].transferredTo")).isEqualTo(PROVINCE);
        assertThat(statement.getMap("segments[0]"))
                .containsEntry("place", "370700")
                .containsEntry("months", 1)
                .containsEntry("transferredTo", PROVINCE);
    }

    @Test
    void what_was_released_comes_back_when_the_case_ends() {
        var person = paid();
        var before = statementOf(person).prettify();
        var transfer = released(person);
        transfer.asksToRestore();
        assertThat(transfer.names(3)).containsExactly("account-sealed", "funds-released", "account-restored");
        assertThat(accountOf(person)).isEqualTo(36584);
        assertThat(statementOf(person).prettify()).isEqualTo(before);
        assertThat(TestDatabase.number("""
                select count(*) from entry_set s join entry_set o on o.entry_set_id = s.corrects
                where s.case_id = ? and s.kind = 'RESTORE' and o.kind = 'RELEASE'""", transfer.id())).isEqualTo(1);
        provesItself();
        transfer.asksToRestore();
        assertThat(transfer.names(4)).last().isEqualTo("account-restored");
        provesItself();

        var again = released(person);
        assertThat(accountOf(person)).isZero();
        assertThat(again.isParked()).isFalse();
        provesItself();
    }

    @Test
    void only_the_seal_is_undone_where_nothing_was_released() {
        var person = paid();
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToRestore();
        assertThat(transfer.names(2)).containsExactly("account-sealed", "account-restored");
        var other = TransferStory.begun();
        other.asksToSeal(person);
        assertThat(other.names(1)).containsExactly("account-sealed");
        provesItself();
    }

    @Test
    void a_seal_is_refused_with_every_reason() {
        var nobody = Story.insured();
        var transfer = TransferStory.begun();
        transfer.asksToSeal(nobody);
        assertThat(transfer.answer(1, "seal-refused").get("reasons").toString()).isEqualTo("[\"NO_ACCOUNT\"]");

        var person = paid();
        TransferStory.begun().asksToSeal(person);
        var second = TransferStory.begun();
        second.asksToSeal(person);
        assertThat(second.answer(1, "seal-refused").get("reasons").toString()).isEqualTo("[\"ALREADY_SEALED\"]");

        var gone = paid();
        assertThat(released(gone).isParked()).isFalse();
        var third = TransferStory.begun();
        third.asksToSeal(gone);
        assertThat(third.answer(1, "seal-refused").get("reasons").toString())
                .isEqualTo("[\"ALREADY_SEALED\",\"NO_ACCOUNT\"]");
        third.asksToRestore();
        assertThat(third.names(2)).last().isEqualTo("account-restored");
        provesItself();
    }

    @Test
    void each_instruction_is_done_once_and_answered_as_often_as_it_comes() {
        var person = paid();
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToSeal(person);
        var form = transfer.answer(2, "account-sealed").get("form").toString();
        transfer.asksToRelease(form);
        transfer.asksToRelease(form);
        transfer.asksToSeal(person);
        transfer.asksToSettle();
        transfer.asksToSettle();
        var answers = transfer.answers(5);
        assertThat(answers.get(2)).isEqualTo(answers.get(3));
        assertThat(answers.get(4).body().get("form").toString()).isEqualTo(form);
        assertThat(setsOf(transfer)).isEqualTo(2);
        provesItself();
    }

    @Test
    void the_same_message_twice_is_one() {
        var transfer = TransferStory.begun();
        var message = UUID.randomUUID();
        var body = """
                {"caseId": "%s", "personId": "%s", "newPlace": "210200", "requestedOn": "2026-09-01"}""".formatted(transfer.id(), paid().id());
        transfer.asks(message, "seal-requested", body);
        transfer.asks(message, "seal-requested", body);
        transfer.asksToRestore();
        assertThat(transfer.names(2)).containsExactly("account-sealed", "account-restored");
    }

    @Test
    void a_thief_who_asks_for_other_amounts_than_were_stated_gets_nothing() {
        var person = paid();
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        var form = transfer.answer(1, "account-sealed").get("form").toString();
        transfer.asksToRelease(form.replace("365.84", "465.84").replace("914.60", "1014.60"));
        assertThat(transfer.isParked()).isTrue();
        assertThat(accountOf(person)).isEqualTo(36584);
        assertThat(setsOf(transfer)).isZero();
        provesItself();
    }

    @Test
    void a_settlement_before_a_release_is_parked() {
        var transfer = TransferStory.begun();
        transfer.asksToSeal(paid());
        transfer.asksToSettle();
        assertThat(transfer.isParked()).isTrue();
        provesItself();
    }

    @Test
    void nothing_can_be_paid_into_a_sealed_account_and_nothing_is_billed() {
        var person = paid();
        var open = secondBillOf(person);
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        assertThat(transfer.names(1)).containsExactly("account-sealed");
        run(Story.thisMonth().plusMonths(2).toString());
        assertThat(TestDatabase.number("select count(*) from bill where person_id = ?", person.id()))
                .isEqualTo(2);
        Story.pays(Story.TERMINAL, Story.newSequence(), open, Story.PENSION)
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SUSPENDED"))
                .body("reasons.code", equalTo(List.of("ACCOUNT_SEALED")));
        provesItself();
        transfer.asksToRestore();
        pay(open, "PAID");
        assertThat(accountOf(person)).isEqualTo(2 * 36584);
        provesItself();
    }

    @Test
    void no_plan_is_chosen_while_the_account_is_sealed() {
        var person = paid();
        var unused = TestDatabase.execute("update plan set until_month = from_month where person_id = ?", person.id());
        TransferStory.begun().asksToSeal(person);
        Story.choosesPlan(
                        person,
                        UUID.randomUUID().toString(),
                        Story.plan(person, Story.BASE, "MONTH", Story.thisMonth()))
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("ACCOUNT_BEING_MOVED"));
    }

    static Person paid() {
        var person = Story.insured();
        pay(Story.billOf(person), "PAID");
        return person;
    }

    private static TransferStory released(Person person) {
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        assertThat(transfer.names(2)).containsExactly("account-sealed", "funds-released");
        return transfer;
    }

    /** Of the next month, payable; the plan goes on. */
    private static UUID secondBillOf(Person person) {
        var plan = UUID.fromString(
                String.valueOf(TestDatabase.query("select plan_id from plan where person_id = ?", person.id())
                        .getFirst()
                        .get("plan_id")));
        Story.lastBill(plan, Story.thisMonth().plusMonths(1));
        assertThat(TestDatabase.execute("update plan set until_month = null where plan_id = ?", plan))
                .isEqualTo(1);
        return UUID.fromString(String.valueOf(
                TestDatabase.query("select bill_id from bill where person_id = ? and paid_by is null", person.id())
                        .getFirst()
                        .get("bill_id")));
    }

    private static void pay(UUID bill, String outcome) {
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .body("outcome", equalTo(outcome));
    }

    private static void run(String month) {
        assertThat(BillingOrder.done(YearMonth.parse(month)).getLong("bucketsDone"))
                .isPositive();
    }

    private static void orders(org.hamcrest.Matcher<?> shown) {
        Story.as(TestTokens.of(TransferStory.BANK))
                .get("/payment-orders")
                .then()
                .statusCode(200)
                .body("orders.settlementReference", shown);
    }

    private static long setsOf(TransferStory transfer) {
        return TestDatabase.number("select count(*) from entry_set where case_id = ?", transfer.id());
    }
}
