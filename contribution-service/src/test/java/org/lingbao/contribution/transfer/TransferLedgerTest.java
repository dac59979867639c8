package org.lingbao.contribution.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.TransferStory.arrives;
import static org.lingbao.contribution.story.TransferStory.check;
import static org.lingbao.contribution.story.TransferStory.formOf;
import static org.lingbao.contribution.story.TransferStory.newReference;
import static org.lingbao.contribution.story.TransferStory.newSerial;
import static org.lingbao.contribution.story.TransferStory.provesItself;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** Whatever of a transfer is damaged, the proof of the ledger names it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TransferLedgerTest {

    /** Each damage with what undoes it, in terms of the case; the first column is what must be found, among other things. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRANSIT_DIFFERS | transfer_case | state = 'SETTLED' | state = 'RELEASED'",
                "TRANSFER_SET_MISSING | transfer_case | state = 'SETTLED', ended_on = current_date | state = 'RELEASED', ended_on = null",
                "TRANSFER_SET_DIFFERS | transfer_case | moved_on = moved_on - 1 | moved_on = moved_on + 1",
                "TRANSFER_MONTH_DIFFERS | transfer_case | state = 'RESTORED' | state = 'RELEASED'",
                "FORM_DIFFERS | transfer_case | account_fen = account_fen + 1, pooled_fen = pooled_fen - 1 | account_fen = account_fen - 1, pooled_fen = pooled_fen + 1",
                "ENTRY_CHANGED | transfer_case | account_fen = account_fen + 1, pooled_fen = pooled_fen - 1 | account_fen = account_fen - 1, pooled_fen = pooled_fen + 1",
                "ENTRY_UNEXPECTED | transfer_case | province = '310000' | province = '210000'",
                "ENTRY_PERSON_DIFFERS | transfer_case | person_id = '01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11' | person_id = 'PERSON'",
                "ORDER_DIFFERS | payment_order | amount_fen = amount_fen + 1 | amount_fen = amount_fen - 1",
            })
    void a_released_case_that_is_not_what_its_sets_say_is_named(
            String kind, String table, String damage, String repair) {
        var person = OldPlaceTest.paid();
        var transfer = released(person);
        provesItself();
        change(table, damage, transfer);
        try {
            assertThat(kinds()).contains(kind);
        } finally {
            change(table, repair.replace("PERSON'", person.id() + "'"), transfer);
        }
        provesItself();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRANSFER_MONTH_DIFFERS | update bill_month set moved_by = null where moved_by = 'CASE' | update bill_month set moved_by = 'CASE' where person_id = 'PERSON'",
                "SEAL_DIFFERS | update account_balance set sealed_by = null where sealed_by = 'CASE' | update account_balance set sealed_by = 'CASE' where account_owner = 'PERSON/EMPLOYEE'",
                "CREDITED_DIFFERS | update account_balance set credited = '{[2020-01-01,2020-02-01)}' where sealed_by = 'CASE' | update account_balance set credited = '{}' where sealed_by = 'CASE'",
            })
    void months_and_seal_that_are_not_the_cases_are_named(String kind, String damage, String repair) {
        var person = OldPlaceTest.paid();
        var transfer = released(person);
        damaged(damage, repair, transfer, person, kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRANSIT_DIFFERS | update transfer_case set state = 'RESTORED' where case_id = 'CASE' | update transfer_case set state = 'EXPECTING' where case_id = 'CASE'",
                "TRANSFER_SET_MISSING | update transfer_case set state = 'RESTORED' where case_id = 'CASE' | update transfer_case set state = 'EXPECTING' where case_id = 'CASE'",
                "FUND_DIFFERS | update expected_fund set received_fen = received_fen + 1 where case_id = 'CASE' | update expected_fund set received_fen = received_fen - 1 where case_id = 'CASE'",
            })
    void an_open_case_whose_money_is_not_there_is_named(String kind, String damage, String repair) {
        var transfer = arrived();
        damaged(damage, repair, transfer, OldPlaceTest.paid(), kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRANSFER_MONTH_DIFFERS | update credited_month set month = '2026-07-01' where case_id = 'CASE' | update credited_month set month = '2026-08-01' where case_id = 'CASE'",
                "CREDITED_DIFFERS | update credited_month set month = '2026-07-01' where case_id = 'CASE' | update credited_month set month = '2026-08-01' where case_id = 'CASE'",
                "MONTH_COUNTED_TWICE | update credited_month set month = '2026-09-01' where case_id = 'CASE' | update credited_month set month = '2026-08-01' where case_id = 'CASE'",
                "TRANSFER_SET_UNEXPECTED | update transfer_case set state = 'EXPECTING' where case_id = 'CASE' | update transfer_case set state = 'CREDITED' where case_id = 'CASE'",
            })
    void a_credited_case_that_is_not_what_its_sets_say_is_named(String kind, String damage, String repair) {
        var person = OldPlaceTest.paid();
        var transfer = arrived();
        transfer.asksToCredit(person, formOf("2026-08", "2026-08", 1, "365.84", "548.76", "914.60"));
        assertThat(transfer.names(2)).last().isEqualTo("rights-credited");
        damaged(damage, repair, transfer, person, kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORDER_DIFFERS | update payment_order set amount_fen = amount_fen + 1 where case_id = 'CASE' | update payment_order set amount_fen = amount_fen - 1 where case_id = 'CASE'",
                "TRANSFER_SET_UNEXPECTED | update transfer_case set state = 'EXPECTING' where case_id = 'CASE' | update transfer_case set state = 'RESTORED' where case_id = 'CASE'",
                "FUND_DIFFERS | update expected_fund set received_fen = 0 where case_id = 'CASE' | update expected_fund set received_fen = 91460 where case_id = 'CASE'",
            })
    void late_money_that_did_not_go_back_as_it_came_is_named(String kind, String damage, String repair) {
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "914.60");
        transfer.asksToRestore();
        arrives(newSerial(), reference, "914.60").then().statusCode(201);
        damaged(damage, repair, transfer, OldPlaceTest.paid(), kind);
    }

    @Test
    void money_in_suspense_whose_case_has_ended_is_named() {
        var person = OldPlaceTest.paid();
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "914.60");
        arrives(newSerial(), reference, "914.60").then().statusCode(201);
        transfer.asksToCredit(person, formOf("2026-08", "2026-08", 1, "365.84", "548.76", "914.60"));
        arrives(newSerial(), reference, "914.60").then().statusCode(201);
        damaged(
                "update transfer_case set state = 'RESTORED' where case_id = 'CASE'",
                "update transfer_case set state = 'CREDITED' where case_id = 'CASE'",
                transfer,
                person,
                "MONEY_STRANDED");
    }

    private static void damaged(String damage, String repair, TransferStory transfer, Person person, String kind) {
        provesItself();
        assertThat(TestDatabase.execute(filled(damage, transfer, person))).isEqualTo(1);
        try {
            assertThat(kinds()).contains(kind);
        } finally {
            assertThat(TestDatabase.execute(filled(repair, transfer, person))).isEqualTo(1);
        }
        provesItself();
    }

    private static String filled(String statement, TransferStory transfer, Person person) {
        return statement.replace("'CASE'", "'" + transfer.id() + "'").replace("'PERSON", "'" + person.id());
    }

    private static void change(String table, String change, TransferStory transfer) {
        assertThat(TestDatabase.execute(
                        "update %s set %s where case_id = '%s'".formatted(table, change, transfer.id())))
                .isEqualTo(1);
    }

    private static List<String> kinds() {
        return check().<Map<String, String>>getList("findings").stream()
                .map(finding -> finding.get("kind"))
                .toList();
    }

    private static TransferStory released(Person person) {
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        assertThat(transfer.names(2)).last().isEqualTo("funds-released");
        return transfer;
    }

    private static TransferStory arrived() {
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "914.60");
        arrives(newSerial(), reference, "914.60").then().statusCode(201);
        return transfer;
    }
}
