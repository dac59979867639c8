package org.lingbao.transfer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** What the other province may post, and what becomes of it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TakeLetterTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Echo echo;

    private final Neighbour neighbour = new Neighbour();

    @Test
    void a_letter_is_taken_and_answered_with_signed_receipts() {
        var letter = Letters.first("hello");

        var answer = neighbour.write(letter);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.kinds()).containsExactly("RECEIVED", "ACCEPTED");
        assertThat(texts(letter.caseId())).containsExactly("hello");
    }

    @Test
    void a_rejection_lists_every_code_and_changes_nothing() {
        var letter = Letters.first("reject CASE_UNKNOWN ALREADY_SEALED");

        var answer = neighbour.write(letter);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.kinds()).containsExactly("RECEIVED", "REJECTED");
        assertThat(answer.codes()).containsExactly("CASE_UNKNOWN", "ALREADY_SEALED");
        assertThat(texts(letter.caseId())).isEmpty();
    }

    @Test
    void the_same_letter_again_gets_the_same_receipts_and_has_one_effect() {
        var letter = Letters.first("once");

        var first = neighbour.write(letter);
        var again = neighbour.write(letter);

        assertThat(again.receipts()).isEqualTo(first.receipts());
        assertThat(texts(letter.caseId())).containsExactly("once");
    }

    @Test
    void copies_that_come_at_once_have_one_effect_and_the_same_receipts() throws Exception {
        var letter = Letters.first("at once");
        Callable<Neighbour.Answer> write = () -> neighbour.write(letter);

        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 6).mapToObj(copy -> write).toList())
                    .stream()
                    .map(answer -> answer.resultNow().receipts())
                    .distinct()
                    .toList();
            assertThat(answers).hasSize(1);
        }
        assertThat(texts(letter.caseId())).containsExactly("at once");
    }

    @Test
    void letters_of_a_case_are_taken_in_order() {
        var caseId = UUID.randomUUID();
        var first = Letters.of(caseId, 1, "first");
        var second = Letters.of(caseId, 2, "second");
        var third = Letters.of(caseId, 3, "third");

        var early = neighbour.write(third);
        assertThat(early.status()).isEqualTo(200);
        assertThat(early.kinds()).containsExactly("MISSING");
        assertThat(early.receipts().getFirst().expected()).isEqualTo(1);
        assertThat(neighbour.write(first).kinds()).endsWith("ACCEPTED");
        assertThat(neighbour.write(third).receipts().getFirst().expected()).isEqualTo(2);
        assertThat(neighbour.write(second).kinds()).endsWith("ACCEPTED");
        assertThat(neighbour.write(third).kinds()).endsWith("ACCEPTED");
        assertThat(texts(caseId)).containsExactly("first", "second", "third");
    }

    @Test
    void a_document_that_no_feature_reads_is_refused_and_uses_up_no_number() {
        var letter = Letters.document(UUID.randomUUID(), 1, "ZZ99", "what is this");

        var answer = neighbour.write(letter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.kinds()).containsExactly("REJECTED");
        assertThat(answer.codes()).containsExactly("EXCHANGE_DOCUMENT_UNKNOWN");
        assertThat(neighbour
                        .write(Letters.of(letter.caseId(), 1, "this is known"))
                        .kinds())
                .endsWith("ACCEPTED");
    }

    @Test
    void another_letter_under_the_same_id_or_number_is_refused() {
        var letter = Letters.first("the one");
        assertThat(neighbour.write(letter).kinds()).endsWith("ACCEPTED");
        var content = new Sealing.Content("other salt", "{\"text\": \"the other\"}");

        var sameId = neighbour.post(
                neighbour.pack(letter, content, Neighbour.now(), HOUR).posted());
        var sameNumber = neighbour.write(Letters.of(letter.caseId(), 1, "the other"));

        assertThat(sameId.status()).isEqualTo(409);
        assertThat(sameId.codes()).containsExactly("EXCHANGE_MESSAGE_CHANGED");
        assertThat(sameNumber.status()).isEqualTo(409);
        assertThat(sameNumber.codes()).containsExactly("EXCHANGE_SEQUENCE_TAKEN");
        assertThat(texts(letter.caseId())).containsExactly("the one");
    }

    @Test
    void while_something_is_down_nothing_is_done_and_the_sender_is_told_when_to_come_back() {
        var letter = Letters.first("patience");
        echo.needsWhatIsDown();

        var answer = neighbour.write(letter);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response().header("Retry-After")).isEqualTo("7");
        assertThat(stored(letter)).isZero();
        assertThat(neighbour.write(letter).kinds()).endsWith("ACCEPTED");
    }

    @Test
    void a_transaction_that_fails_leaves_neither_effect_nor_receipt() {
        var letter = Letters.first("all or nothing");
        echo.failsAtTheEnd();

        assertThat(neighbour.write(letter).status()).isEqualTo(500);
        assertThat(stored(letter)).isZero();
        assertThat(texts(letter.caseId())).isEmpty();
        assertThat(neighbour.write(letter).kinds()).endsWith("ACCEPTED");
    }

    @Test
    void the_log_is_only_appended_to_and_holds_no_document() {
        var letter = Letters.first("my secret number");
        assertThat(neighbour.write(letter).kinds()).endsWith("ACCEPTED");

        assertThatThrownBy(() -> TestDatabase.execute("delete from exchange_log"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> TestDatabase.execute("update exchange_log set partner = '310000'"))
                .hasMessageContaining("append-only");
        assertThat(TestDatabase.query("select * from exchange_log where case_id = ?", letter.caseId())
                        .toString())
                .doesNotContain("secret");
    }

    private static List<Object> texts(UUID caseId) {
        return TestDatabase.query("select text from echo_read where case_id = ? order by sequence", caseId).stream()
                .map(row -> row.get("text"))
                .toList();
    }

    private static long stored(Letter letter) {
        return TestDatabase.number(
                "select (select count(*) from exchange_received where message_id = ?)"
                        + " + (select count(*) from exchange_log where message_id = ?)",
                letter.messageId(),
                letter.messageId());
    }
}
