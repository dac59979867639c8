package org.lingbao.contribution.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.contribution.story.TransferStory.accountOf;
import static org.lingbao.contribution.story.TransferStory.arrives;
import static org.lingbao.contribution.story.TransferStory.balance;
import static org.lingbao.contribution.story.TransferStory.formOf;
import static org.lingbao.contribution.story.TransferStory.newReference;
import static org.lingbao.contribution.story.TransferStory.newSerial;
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

/** What is done where the person pays now. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class NewPlaceTest {
    private static final String PROVINCE = "210000";
    private static final String FORM = formOf("2026-06", "2026-08", 3, "1097.52", "1646.28", "2743.80");

    @Test
    void money_that_is_expected_goes_to_transit_and_is_credited() {
        var transit = balance("TRANSIT", PROVINCE);
        var person = OldPlaceTest.paid();
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "2743.80");
        provesItself();
        arrives(newSerial(), reference, "2743.80")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("EXPECTED"))
                .body("settlementReference", equalTo(reference));
        assertThat(transfer.answer(1, "funds-arrived").get("received").asText()).isEqualTo("2743.80");
        assertThat(balance("TRANSIT", PROVINCE) - transit).isEqualTo(274380);
        provesItself();

        transfer.asksToCredit(person, FORM);
        assertThat(transfer.names(2)).last().isEqualTo("rights-credited");
        assertThat(balance("TRANSIT", PROVINCE)).isEqualTo(transit);
        assertThat(accountOf(person)).isEqualTo(36584 + 109752);
        provesItself();

        var statement = statementOf(person);
        assertThat(statement.getInt("paidMonths")).isEqualTo(4);
        assertThat(statement.getString("accountBalance")).isEqualTo("1463.36");
        assertThat(statement.getString("pooledTotal")).isEqualTo("2195.04");
        assertThat(statement.getMap("segments[0]"))
                .containsEntry("place", "210200")
                .containsEntry("from", "2026-06")
                .containsEntry("to", "2026-08")
                .containsEntry("transferredFrom", PROVINCE)
                .doesNotContainKey("transferredTo");
        assertThat(statement.getString("months[0].pension")).isNull();
        assertThat(statement.getString("months[3].pension")).isEqualTo("914.60");
    }

    @Test
    void rights_that_come_before_the_word_of_the_relation_are_credited_all_the_same() {
        var person = Story.registered();
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "2743.80");
        arrives(newSerial(), reference, "2743.80").then().statusCode(201);
        transfer.asksToCredit(person, FORM, Story.WEIFANG);
        assertThat(transfer.names(2)).last().isEqualTo("rights-credited");
        assertThat(accountOf(person)).isEqualTo(109752);
        provesItself();

        Story.relation(person, Story.WEIFANG, null);
        assertThat(statementOf(person).getInt("paidMonths")).isEqualTo(3);
    }

    @Test
    void money_that_comes_first_waits_in_suspense_for_its_case() {
        var suspense = balance("SUSPENSE", "CCB");
        var reference = newReference();
        arrives(newSerial(), reference, "1000.00").then().body("outcome", equalTo("SUSPENDED"));
        arrives(newSerial(), reference, "1743.80").then().body("outcome", equalTo("SUSPENDED"));
        assertThat(balance("SUSPENSE", "CCB") - suspense).isEqualTo(274380);
        provesItself();
        var transfer = TransferStory.begun();
        transfer.expects(reference, "2743.80");
        assertThat(transfer.answer(1, "funds-arrived").get("received").asText()).isEqualTo("2743.80");
        assertThat(balance("SUSPENSE", "CCB")).isEqualTo(suspense);
        provesItself();
        transfer.expects(reference, "2743.80");
        assertThat(transfer.answer(2, "funds-arrived").get("received").asText()).isEqualTo("2743.80");
        provesItself();
    }

    @Test
    void every_arrival_tells_the_sum_so_far_and_a_corrected_notice_may_name_another_reference() {
        var transfer = TransferStory.begun();
        var first = newReference();
        var second = newReference();
        transfer.expects(first, "2743.80");
        arrives(newSerial(), first, "43.80").then().statusCode(201);
        transfer.expects(second, "2743.80");
        arrives(newSerial(), second, "2700.00").then().body("outcome", equalTo("EXPECTED"));
        assertThat(transfer.answers(3).stream()
                        .map(answer -> answer.body().get("received").asText()))
                .containsExactly("43.80", "43.80", "2743.80");
        transfer.asksToCredit(OldPlaceTest.paid(), FORM);
        assertThat(transfer.names(4)).last().isEqualTo("rights-credited");
        provesItself();
    }

    @Test
    void a_serial_is_booked_once_for_ever() {
        var serial = newSerial();
        var reference = newReference();
        arrives(serial, reference, "12.00").then().statusCode(201).header("Idempotent-Replayed", nullValue());
        arrives(serial, reference, "12.00").then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        arrives(serial, reference, "13.00").then().statusCode(409);
        assertThat(TestDatabase.number("select count(*) from bank_credit where serial = ?", serial))
                .isEqualTo(1);
        provesItself();
    }

    @Test
    void a_village_terminal_has_no_business_with_the_agencys_account() {
        Story.as(TestTokens.of(Story.TERMINAL)).get("/payment-orders").then().statusCode(403);
        var serial = newSerial();
        Story.as(TestTokens.of(Story.TERMINAL))
                .header("Idempotency-Key", serial)
                .body("""
                        {"serial": "%s", "settlementReference": "x", "amount": "1.00", "valueDate": "2026-09-01"}""".formatted(serial))
                .post("/bank-credits")
                .then()
                .statusCode(403);
    }

    @Test
    void months_that_count_here_already_are_not_credited() {
        var person = OldPlaceTest.paid();
        var form = formOf("2026-08", "2026-09", 2, "731.68", "1097.52", "1829.20");
        var transfer = arrived("1829.20");
        transfer.asksToCredit(person, form);
        assertThat(transfer.answer(2, "credit-refused").get("reasons").toString())
                .isEqualTo("[\"OVERLAP_UNRESOLVED\"]");
        assertThat(accountOf(person)).isEqualTo(36584);
        provesItself();
        transfer.asksToRestore();
        assertThat(transfer.names(3)).last().isEqualTo("account-restored");
        provesItself();
    }

    @Test
    void a_credit_of_other_amounts_than_stated_or_a_second_one_changes_nothing() {
        var person = OldPlaceTest.paid();
        var thief = arrived("2743.80");
        thief.asksToCredit(person, formOf("2026-06", "2026-08", 3, "1097.53", "1646.28", "2743.80"));
        assertThat(thief.isParked()).isTrue();
        var nothing = TransferStory.begun();
        nothing.asksToCredit(person, FORM);
        assertThat(nothing.isParked()).isTrue();
        assertThat(accountOf(person)).isEqualTo(36584);

        var transfer = arrived("2743.80");
        transfer.asksToCredit(person, FORM);
        transfer.asksToCredit(person, FORM);
        assertThat(transfer.names(3)).containsExactly("funds-arrived", "rights-credited", "rights-credited");
        assertThat(accountOf(person)).isEqualTo(36584 + 109752);
        transfer.asksToRestore();
        assertThat(transfer.isParked()).isTrue();
        assertThat(accountOf(person)).isEqualTo(36584 + 109752);
        provesItself();
    }

    @Test
    void what_arrived_goes_back_when_the_case_ends() {
        var clearing = balance("BANK_CLEARING", "CCB");
        var transit = balance("TRANSIT", PROVINCE);
        var transfer = TransferStory.begun();
        var reference = newReference();
        arrives(newSerial(), reference, "1000.00").then().statusCode(201);
        transfer.expects(reference, "2743.80");
        arrives(newSerial(), reference, "1743.80").then().statusCode(201);
        transfer.asksToRestore();
        assertThat(transfer.names(3)).last().isEqualTo("account-restored");
        assertThat(balance("BANK_CLEARING", "CCB")).isEqualTo(clearing);
        assertThat(balance("TRANSIT", PROVINCE)).isEqualTo(transit);
        assertThat(ordersOf(reference)).containsExactlyInAnyOrder("1000.00", "1743.80");
        provesItself();
    }

    @Test
    void a_month_that_came_is_neither_billed_nor_paid_here() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var transfer = arrived("914.60");
        transfer.asksToCredit(person, formOf("2026-09", "2026-09", 1, "365.84", "548.76", "914.60"));
        assertThat(transfer.names(2)).last().isEqualTo("rights-credited");
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .body("outcome", equalTo("SUSPENDED"))
                .body("reasons.code", equalTo(List.of("MONTH_CREDITED")));

        var other = Story.insured();
        var unused = Story.earlierPlan(other, 1, Story.thisMonth(), 457300);
        var second = arrived("914.60");
        second.asksToCredit(other, formOf("2026-09", "2026-09", 1, "365.84", "548.76", "914.60"));
        assertThat(BillingOrder.done(YearMonth.of(2026, 9)).getLong("bucketsDone"))
                .isPositive();
        assertThat(TestDatabase.number("select count(*) from bill where person_id = ?", other.id()))
                .isZero();
        provesItself();
    }

    @Test
    void what_came_goes_on_with_what_was_paid_here() {
        var person = OldPlaceTest.paid();
        var came = arrived("2743.80");
        came.asksToCredit(person, FORM);
        var onward = TransferStory.begun();
        onward.asksToSeal(person);
        var form = onward.answer(1, "account-sealed").get("form");
        assertThat(form.get("account").asText()).isEqualTo("1463.36");
        assertThat(form.get("pooled").asText()).isEqualTo("2195.04");
        assertThat(form.get("contributionMonths").asInt()).isEqualTo(4);
        assertThat(form.get("rows").toString()).isEqualTo("""
                [{"place":"210200","from":"2026-06","to":"2026-08","monthlyBase":"4573.00","closingBalance":"1463.36"},\
                {"place":"370700","from":"2026-09","to":"2026-09","monthlyBase":"4573.00","closingBalance":"1463.36"}]""");
        onward.asksToRelease(form.toString());
        assertThat(onward.names(2)).last().isEqualTo("funds-released");
        var statement = statementOf(person);
        assertThat(statement.getInt("paidMonths")).isZero();
        assertThat(statement.<String>getList("segments.transferredTo")).containsExactly(PROVINCE, PROVINCE);
        provesItself();

        var back = arrived("3658.40");
        back.asksToCredit(person, form.toString());
        assertThat(back.answer(2, "credit-refused").get("reasons").toString()).isEqualTo("[\"ALREADY_SEALED\"]");
        onward.asksToSettle();
        enrolledAgain(person);
        back.asksToCredit(person, form.toString());
        assertThat(back.names(3)).last().isEqualTo("rights-credited");
        assertThat(statementOf(person).getInt("paidMonths")).isEqualTo(4);
        provesItself();
    }

    private static void enrolledAgain(Person person) {
        var relation = TestDatabase.query("select relation_id from relation where person_id = ?", person.id())
                .getFirst()
                .get("relation_id");
        RelationStory.closes(person, relation, "2026-09");
        RelationStory.opens(person, UUID.randomUUID());
    }

    private static TransferStory arrived(String amount) {
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, amount);
        arrives(newSerial(), reference, amount).then().statusCode(201);
        return transfer;
    }

    private static List<String> ordersOf(String reference) {
        return Story.as(TestTokens.of(TransferStory.BANK))
                .get("/payment-orders")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("orders.findAll { it.settlementReference == '" + reference + "' }.amount");
    }
}
