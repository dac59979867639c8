package org.lingbao.contribution.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.TransferStory.accountOf;
import static org.lingbao.contribution.story.TransferStory.arrives;
import static org.lingbao.contribution.story.TransferStory.balance;
import static org.lingbao.contribution.story.TransferStory.formOf;
import static org.lingbao.contribution.story.TransferStory.newReference;
import static org.lingbao.contribution.story.TransferStory.newSerial;
import static org.lingbao.contribution.story.TransferStory.provesItself;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** Money between provinces that comes when the new place no longer awaits it: after the end, or a second time. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LateMoneyTest {
    private static final String PROVINCE = "210000";
    private static final String FORM = formOf("2026-06", "2026-08", 3, "1097.52", "1646.28", "2743.80");

    @Test
    void money_that_comes_after_its_case_was_cancelled_goes_back_each_credit_once() {
        var clearing = balance("BANK_CLEARING", "CCB");
        var transit = balance("TRANSIT", PROVINCE);
        var suspense = balance("SUSPENSE", "CCB");
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "2743.80");
        transfer.asksToRestore();
        var serial = newSerial();
        arrives(serial, reference, "2743.80").then().statusCode(201).body("outcome", equalTo("SENT_BACK"));
        assertThat(sentBack(reference)).containsExactly("274380");
        provesItself();
        arrives(serial, reference, "2743.80")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("outcome", equalTo("SENT_BACK"));
        assertThat(sentBack(reference)).containsExactly("274380");
        arrives(newSerial(), reference, "2743.80").then().statusCode(201).body("outcome", equalTo("SENT_BACK"));
        assertThat(sentBack(reference)).containsExactly("274380", "274380");
        assertThat(balance("BANK_CLEARING", "CCB")).isEqualTo(clearing);
        assertThat(balance("TRANSIT", PROVINCE)).isEqualTo(transit);
        assertThat(balance("SUSPENSE", "CCB")).isEqualTo(suspense);
        assertThat(transfer.names(1)).containsExactly("account-restored");
        provesItself();
    }

    @Test
    void money_that_comes_days_after_the_end_goes_back_on_the_day_on_which_it_came() {
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "2743.80");
        transfer.asksToRestore();
        assertThat(TestDatabase.execute(
                        "update transfer_case set ended_on = ended_on - 3, begun_on = begun_on - 3 where case_id = '%s'"
                                .formatted(transfer.id())))
                .isEqualTo(1);
        arrives(newSerial(), reference, "2743.80").then().statusCode(201).body("outcome", equalTo("SENT_BACK"));
        assertThat(TestDatabase.number(
                        "select count(*) from entry_set where case_id = ? and kind in ('ARRIVAL', 'RETURN') and day = ?",
                        transfer.id(),
                        Story.today()))
                .isEqualTo(2);
        provesItself();
    }

    @Test
    void what_came_before_the_end_and_what_came_after_it_go_back_under_each_of_the_cases_references() {
        var transfer = TransferStory.begun();
        var first = newReference();
        var corrected = newReference();
        transfer.expects(first, "2743.80");
        transfer.expects(corrected, "2743.80");
        arrives(newSerial(), corrected, "1000.00").then().body("outcome", equalTo("EXPECTED"));
        transfer.asksToRestore();
        arrives(newSerial(), first, "43.80").then().body("outcome", equalTo("SENT_BACK"));
        arrives(newSerial(), corrected, "1700.00").then().body("outcome", equalTo("SENT_BACK"));
        transfer.asksToRestore();
        assertThat(transfer.names(3)).containsExactly("funds-arrived", "account-restored", "account-restored");
        assertThat(sentBack(first)).containsExactly("4380");
        assertThat(sentBack(corrected)).containsExactly("100000", "170000");
        provesItself();
    }

    @Test
    void money_that_comes_while_its_case_ends_goes_back_whichever_is_first() {
        var references = Stream.generate(TransferStory::newReference).limit(5).toList();
        for (var reference : references) {
            var transfer = TransferStory.begun();
            transfer.expects(reference, "2743.80");
            var serial = newSerial();
            var reports = Stream.generate(() -> CompletableFuture.runAsync(
                            () -> arrives(serial, reference, "2743.80").then().statusCode(201)))
                    .limit(3)
                    .toList();
            transfer.asksToRestore();
            reports.forEach(CompletableFuture::join);
            assertThat(sentBack(reference)).containsExactly("274380");
        }
        provesItself();
    }

    @Test
    void money_that_was_paid_twice_before_the_credit_is_refused_and_told() {
        var person = OldPlaceTest.paid();
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "2743.80");
        arrives(newSerial(), reference, "2743.80").then().body("outcome", equalTo("EXPECTED"));
        arrives(newSerial(), reference, "2743.80").then().body("outcome", equalTo("EXPECTED"));
        transfer.asksToCredit(person, FORM);
        assertThat(transfer.isParked()).isFalse();
        assertThat(reasons(transfer, 3)).isEqualTo("[\"FUNDS_MISMATCH\"]");
        assertThat(transfer.answer(4, "funds-arrived").get("received").asText()).isEqualTo("5487.60");
        assertThat(accountOf(person)).isEqualTo(36584);
        provesItself();

        transfer.asksToRestore();
        assertThat(transfer.names(5)).last().isEqualTo("account-restored");
        assertThat(sentBack(reference)).containsExactly("274380", "274380");
        provesItself();
    }

    @Test
    void a_credit_of_more_than_arrived_is_refused_until_the_rest_has_come() {
        var person = OldPlaceTest.paid();
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "2743.80");
        arrives(newSerial(), reference, "2743.79").then().statusCode(201);
        transfer.asksToCredit(person, FORM);
        assertThat(reasons(transfer, 2)).isEqualTo("[\"FUNDS_MISMATCH\"]");
        assertThat(transfer.answer(3, "funds-arrived").get("received").asText()).isEqualTo("2743.79");
        assertThat(accountOf(person)).isEqualTo(36584);
        arrives(newSerial(), reference, "0.01").then().statusCode(201);
        transfer.asksToCredit(person, FORM);
        assertThat(transfer.names(5)).last().isEqualTo("rights-credited");
        assertThat(accountOf(person)).isEqualTo(36584 + 109752);
        provesItself();
    }

    @Test
    void a_refusal_for_the_money_names_every_other_reason_too() {
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "1829.20");
        arrives(newSerial(), reference, "1829.21").then().statusCode(201);
        transfer.asksToCredit(OldPlaceTest.paid(), formOf("2026-08", "2026-09", 2, "731.68", "1097.52", "1829.20"));
        assertThat(reasons(transfer, 2)).isEqualTo("[\"FUNDS_MISMATCH\",\"OVERLAP_UNRESOLVED\"]");
        provesItself();
    }

    private static String reasons(TransferStory transfer, int count) {
        return transfer.answer(count, "credit-refused").get("reasons").toString();
    }

    /** The amounts that the bank is to pay back under the reference, in fen. */
    private static List<String> sentBack(String reference) {
        return TestDatabase.query(
                        "select amount_fen from payment_order where reference = ? and kind = 'RETURN' order by amount_fen",
                        reference)
                .stream()
                .map(row -> String.valueOf(row.get("amount_fen")))
                .toList();
    }
}
