package org.lingbao.transfer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.transfer.exchange.Outgoing.SOON;
import static org.lingbao.transfer.exchange.Outgoing.awaitHeard;
import static org.lingbao.transfer.exchange.Outgoing.problem;
import static org.lingbao.transfer.exchange.Outgoing.tries;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestExchange;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** What the service writes to the other province, in good and bad weather. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DeliveryTest {
    @Inject
    Outgoing outgoing;

    @Inject
    Echo echo;

    @Test
    void a_letter_is_delivered_and_its_verdict_heard_once() throws Throwable {
        var letter = Letters.first("to whom it may concern");
        outgoing.send(letter);
        assertThat(sealed(letter)).startsWith("ey").doesNotContain("concern");

        try (var neighbour = new Neighbour().open()) {
            awaitHeard(letter);

            assertThat(neighbour.letters()).contains(letter);
            assertThat(heard(letter.caseId())).containsExactly(Map.of("sequence", 1, "verdict", "Accepted[]"));
            assertThat(sealed(letter))
                    .as("with the verdict the document is dropped")
                    .isNull();
        }
    }

    @Test
    void a_rejection_is_heard_with_every_code() throws Throwable {
        var letter = Letters.first("no");
        try (var neighbour = new Neighbour()
                .reading(read -> new Reply.Given(new Verdict.Rejected(List.of("ONE", "TWO")), false))
                .open()) {
            outgoing.send(letter);
            awaitHeard(letter);

            assertThat(neighbour.letters()).contains(letter);
            assertThat(heard(letter.caseId()))
                    .containsExactly(Map.of("sequence", 1, "verdict", "Rejected[codes=[ONE, TWO]]"));
        }
    }

    @Test
    void a_command_that_fails_sends_nothing() throws Throwable {
        var letter = Letters.first("never mind");
        try (var neighbour = new Neighbour().open()) {
            assertThatThrownBy(() -> outgoing.sendInVain(letter)).hasMessage("as the test wants");
            var after = Letters.first("after it");
            outgoing.send(after);
            awaitHeard(after);

            assertThat(neighbour.letters()).contains(after).doesNotContain(letter);
        }
    }

    @Test
    void letters_of_a_case_go_one_after_the_other() throws Throwable {
        var caseId = UUID.randomUUID();
        var first = Letters.of(caseId, 1, "one");
        var second = Letters.of(caseId, 2, "two");
        var third = Letters.of(caseId, 3, "three");
        outgoing.send(first, second, third);
        try (var neighbour = new Neighbour().open()) {
            awaitHeard(third);

            assertThat(neighbour.letters().stream()
                            .filter(letter -> letter.caseId().equals(caseId)))
                    .containsExactly(first, second, third);
            assertThat(heard(caseId)).extracting(row -> row.get("sequence")).containsExactly(1, 2, 3);
        }
    }

    @Test
    void a_partner_that_is_away_gets_its_letters_when_it_is_back() throws Throwable {
        var letter = Letters.first("are you there");
        outgoing.send(letter);
        Awaitility.await().atMost(SOON).until(() -> tries(letter) >= 2);
        assertThat(problem(letter)).contains("EXCHANGE_PARTNER_AWAY");

        try (var neighbour = new Neighbour().open()) {
            awaitHeard(letter);

            var copies = neighbour.envelopes().stream()
                    .filter(copy -> copy.messageId().equals(letter.messageId()))
                    .toList();
            assertThat(copies).hasSize(1);
            assertThat(copies.getFirst().replayOf()).isEqualTo(letter.messageId());
        }
    }

    @Test
    void a_letter_that_the_partner_cannot_take_keeps_no_other_one_waiting() throws Throwable {
        var stuck = Letters.first("more than it can take");
        try (var neighbour = new Neighbour().unableToTake(stuck::equals).open()) {
            outgoing.send(stuck);
            Awaitility.await().atMost(SOON).until(() -> tries(stuck) >= 1);
            var others =
                    List.of(Letters.first("one"), Letters.first("two"), Letters.first("three"), Letters.first("four"));
            outgoing.send(others.toArray(Letter[]::new));
            others.forEach(Outgoing::awaitHeard);

            assertThat(neighbour.letters()).containsAll(others).doesNotContain(stuck);
            assertThat(problem(stuck)).contains("EXCHANGE_PARTNER_AWAY");
        }
        try (var able = new Neighbour().open()) {
            awaitHeard(stuck);
            assertThat(able.letters()).contains(stuck);
        }
    }

    @Test
    void an_answer_that_was_lost_comes_again_and_the_letter_has_one_effect() throws Throwable {
        var letter = Letters.first("hello? hello?");
        try (var neighbour = new Neighbour().hangingUp(2).open()) {
            outgoing.send(letter);
            awaitHeard(letter);

            assertThat(neighbour.letters()).containsOnlyOnce(letter);
            assertThat(neighbour.envelopes().stream()
                            .filter(copy -> copy.messageId().equals(letter.messageId())))
                    .hasSizeGreaterThan(1)
                    .extracting(Envelope::digest)
                    .containsOnly(neighbour.envelopes().getFirst().digest());
        }
    }

    @Test
    void a_crash_between_sending_and_noting_has_one_effect() throws Throwable {
        var letter = Letters.first("power cut");
        echo.failsAtTheEnd();
        try (var neighbour = new Neighbour().open()) {
            outgoing.send(letter);
            awaitHeard(letter);

            assertThat(neighbour.letters()).containsOnlyOnce(letter);
            assertThat(tries(letter)).isGreaterThan(1);
            assertThat(heard(letter.caseId())).hasSize(1);
        }
    }

    @Test
    void receipts_that_the_partner_did_not_sign_are_not_believed() throws Throwable {
        var letter = Letters.first("who says so");
        try (var neighbour = new Neighbour()
                .spoiling(receipt -> receipt.substring(0, receipt.lastIndexOf('.') + 1) + "A".repeat(86))
                .open()) {
            outgoing.send(letter);
            Awaitility.await().atMost(SOON).until(() -> problem(letter).contains("EXCHANGE_RECEIPT_NOT_TRUSTED"));

            assertThat(heard(letter.caseId())).isEmpty();
            assertThat(neighbour.letters()).contains(letter);
        }
        try (var honest = new Neighbour().open()) {
            awaitHeard(letter);
            assertThat(honest.letters()).contains(letter);
        }
    }

    @Test
    void a_partner_that_misses_what_it_has_judged_is_seen() throws Throwable {
        var letter = Letters.first("you had it");
        try (var neighbour = new Neighbour().reading(read -> new Reply.Early(7)).open()) {
            outgoing.send(letter);
            Awaitility.await().atMost(SOON).until(() -> problem(letter).contains("EXCHANGE_DOCUMENT_GONE"));

            assertThat(neighbour.letters()).contains(letter);
        }
        try (var sane = new Neighbour().open()) {
            awaitHeard(letter);
            assertThat(sane.letters()).contains(letter);
        }
    }

    @Test
    void an_operator_sends_again_what_waits() throws Throwable {
        var letter = Letters.first("now, please");
        outgoing.sendTomorrow(letter);
        try (var neighbour = new Neighbour().open()) {
            var again = RestAssured.given()
                    .auth()
                    .oauth2(TestTokens.of("operator"))
                    .contentType("application/json")
                    .body("""
                            {"caseId": "%s", "partner": "210000", "since": 1}""".formatted(letter.caseId()))
                    .post("/exchange/replays");

            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.jsonPath().getList("sentAgain")).containsExactly(1);
            awaitHeard(letter);
            assertThat(neighbour.letters()).contains(letter);
        }
    }

    @Test
    void the_messages_of_a_case_are_shown_without_their_documents() throws Throwable {
        var letter = Letters.first("confidential");
        try (var neighbour = new Neighbour().open()) {
            outgoing.send(letter);
            awaitHeard(letter);
            assertThat(neighbour
                            .write(Letters.of(letter.caseId(), 1, "an answer"))
                            .kinds())
                    .endsWith("ACCEPTED");
        }

        var shown = RestAssured.given()
                .auth()
                .oauth2(TestTokens.of("auditor"))
                .get("/exchange/messages?caseId=" + letter.caseId());

        assertThat(shown.jsonPath().getList("direction")).containsExactly("OUT", "IN");
        assertThat(shown.jsonPath().getList("verdict")).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(shown.asString()).doesNotContain("confidential").doesNotContain("an answer");
    }

    @Test
    void how_many_letters_wait_is_measured_per_partner() throws Throwable {
        var letter = Letters.first("measured");
        outgoing.send(letter);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> RestAssured.get("/q/metrics")
                        .asString()
                        .lines()
                        .anyMatch(line -> line.startsWith("lingbao_exchange_waiting{")
                                && line.contains("partner=\"" + TestExchange.PARTNER + "\"")
                                && !line.endsWith(" 0.0")));
        try (var neighbour = new Neighbour().open()) {
            awaitHeard(letter);
            assertThat(neighbour.letters()).contains(letter);
        }
    }

    private static List<Map<String, @Nullable Object>> heard(UUID caseId) {
        return TestDatabase.query(
                "select sequence, verdict from echo_heard where case_id = ? order by position", caseId);
    }

    private static @Nullable String sealed(Letter letter) {
        return (String)
                TestDatabase.query("select sealed from exchange_letter where message_id = ?", letter.messageId())
                        .getFirst()
                        .get("sealed");
    }
}
