package org.lingbao.contribution.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.TransferStory.accountOf;
import static org.lingbao.contribution.story.TransferStory.arrives;
import static org.lingbao.contribution.story.TransferStory.formOf;
import static org.lingbao.contribution.story.TransferStory.newReference;
import static org.lingbao.contribution.story.TransferStory.newSerial;
import static org.lingbao.contribution.story.TransferStory.provesItself;
import static org.lingbao.contribution.story.TransferStory.statementOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A transaction that fails at its very end, after its event was appended, leaves nothing; tried again it is done once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PowerCutTest {

    @Test
    void a_seal_that_fails_at_the_end_leaves_the_account_open() {
        var person = OldPlaceTest.paid();
        var transfer = TransferStory.begun();
        cut(transfer, () -> transfer.asksToSeal(person));
        assertThat(TestDatabase.number("select count(*) from transfer_case where case_id = ?", transfer.id()))
                .isZero();
        assertThat(TestDatabase.number("select count(*) from account_balance where sealed_by = ?", transfer.id()))
                .isZero();
        again(transfer);
        assertThat(transfer.names(1)).containsExactly("account-sealed");
        provesItself();
    }

    @Test
    void a_release_that_fails_at_the_end_moves_nothing() {
        var person = OldPlaceTest.paid();
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        var form = transfer.answer(1, "account-sealed").get("form").toString();
        cut(transfer, () -> transfer.asksToRelease(form));
        assertThat(accountOf(person)).isEqualTo(36584);
        assertThat(statementOf(person).getInt("paidMonths")).isEqualTo(1);
        provesItself();
        again(transfer);
        assertThat(transfer.names(2)).containsExactly("account-sealed", "funds-released");
        assertThat(accountOf(person)).isZero();
        provesItself();
    }

    @Test
    void a_credit_that_fails_at_the_end_leaves_the_money_in_transit() {
        var person = OldPlaceTest.paid();
        var transfer = TransferStory.begun();
        var reference = newReference();
        transfer.expects(reference, "914.60");
        arrives(newSerial(), reference, "914.60").then().statusCode(201);
        assertThat(transfer.names(1)).containsExactly("funds-arrived");
        cut(
                transfer,
                () -> transfer.asksToCredit(person, formOf("2026-08", "2026-08", 1, "365.84", "548.76", "914.60")));
        assertThat(accountOf(person)).isEqualTo(36584);
        provesItself();
        again(transfer);
        assertThat(transfer.names(2)).containsExactly("funds-arrived", "rights-credited");
        assertThat(accountOf(person)).isEqualTo(2 * 36584);
        provesItself();
    }

    @Test
    void an_arrival_that_fails_at_the_end_is_not_booked_and_may_be_reported_again() {
        var transfer = TransferStory.begun();
        var reference = newReference();
        var serial = newSerial();
        transfer.expects(reference, "914.60");
        failingAtCommit(
                transfer, () -> arrives(serial, reference, "914.60").then().statusCode(500));
        assertThat(TestDatabase.number("select count(*) from bank_credit where serial = ?", serial))
                .isZero();
        provesItself();
        arrives(serial, reference, "914.60").then().statusCode(201).header("Idempotent-Replayed", (String) null);
        assertThat(transfer.answer(1, "funds-arrived").get("received").asText()).isEqualTo("914.60");
        provesItself();
    }

    private static void cut(TransferStory transfer, Runnable instruction) {
        failingAtCommit(transfer, instruction);
        assertThat(transfer.isParked()).isTrue();
    }

    private static void failingAtCommit(TransferStory transfer, Runnable instruction) {
        var unused = TestDatabase.execute("""
                create or replace function cut() returns trigger language plpgsql as $$
                begin raise exception 'the power is off'; end $$""");
        unused = TestDatabase.execute("""
                create constraint trigger cut after insert on outbox deferrable initially deferred
                for each row when (new.aggregateid = '%s') execute function cut()""".formatted(transfer.id()));
        try {
            instruction.run();
        } finally {
            unused = TestDatabase.execute("drop trigger cut on outbox");
        }
    }

    private static void again(TransferStory transfer) {
        var parked = TestDatabase.number(
                "select id from parked_message where key = ? and released_at is null",
                transfer.id().toString());
        Story.as(TestTokens.of("operator"))
                .body("{\"how\": \"APPLY\"}")
                .post("/parked-messages/" + parked + "/release")
                .then()
                .statusCode(200);
    }
}
