package org.lingbao.transfer.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.local.testing.TestExchange;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** The exported log proves itself, and any change of it is found. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LogTest {
    @Inject
    Outgoing outgoing;

    @TempDir
    Path folder;

    @Test
    void what_was_exchanged_proves_itself() throws Throwable {
        var lines = exchanged(UUID.randomUUID());

        assertThat(findings(lines)).isEmpty();
    }

    @Test
    void every_change_is_found_and_its_line_named() throws Throwable {
        var caseId = UUID.randomUUID();
        var lines = exchanged(caseId);
        var accepted = Wire.write(read(lines, 1).receipts());
        var other = Wire.write(read(lines, 0).receipts());

        assertThat(findings(without(lines, 0)))
                .as("a letter is gone")
                .contains("1: number 2 of its case where 1 is due");
        assertThat(findings(without(lines, 2)))
                .as("the copy that was sent is gone")
                .contains("3: an answer to a letter that is not in the log");
        assertThat(findings(without(lines, 3)))
                .as("an answer is gone")
                .contains("4: number 2 of its case where 1 is due");
        assertThat(findings(with(lines, 1, lines.get(1).replace(accepted, "[]"))))
                .as("the receipts are gone")
                .contains("2: its receipts are not whole");
        assertThat(findings(with(lines, 1, lines.get(1).replace(accepted, other))))
                .as("the receipts are another letter's")
                .contains("2: a receipt of another letter");
        assertThat(findings(with(lines, 0, lines.get(0).replace("\"sequence\":1", "\"sequence\":4"))))
                .contains("1: the line says otherwise than its envelope");
        assertThat(findings(with(lines, 0, lines.get(0).replace("\"envelope\":\"ey", "\"envelope\":\"eyJ9"))))
                .contains("1: its envelope cannot be read");
        assertThat(findings(with(lines, 0, forged(lines.get(0))))).contains("1: envelope: EXCHANGE_SIGNATURE_WRONG");
        assertThat(findings(with(lines, 0, "not JSON"))).contains("1: not a line of the log");
    }

    @Test
    void a_log_of_somebody_else_is_not_taken_for_ones_own() throws Throwable {
        var lines = exchanged(UUID.randomUUID());

        assertThat(findings(lines, trust(), Optional.of("210000")))
                .contains("1: the line says otherwise than its envelope");
    }

    @Test
    void what_was_taken_before_a_key_was_revoked_stays_proven() throws Throwable {
        var lines = exchanged(UUID.randomUUID());
        var last = read(lines, lines.size() - 1).at();

        assertThat(findings(lines, revoked(last.plusSeconds(1)))).isEmpty();
        assertThat(findings(lines, revoked(last.minus(Duration.ofHours(1)))))
                .contains("1: envelope: EXCHANGE_KEY_NOT_VALID", "4: receipt: EXCHANGE_KEY_NOT_VALID");
    }

    /** Two letters in, two out. */
    private List<String> exchanged(UUID caseId) throws Throwable {
        try (var neighbour = new Neighbour().open()) {
            assertThat(neighbour.write(Letters.of(caseId, 1, "first")).kinds()).endsWith("ACCEPTED");
            assertThat(neighbour.write(Letters.of(caseId, 2, "reject THIS")).kinds())
                    .endsWith("REJECTED");
            for (var number = 1; number <= 2; number++) {
                var letter = Letters.of(caseId, number, "an answer");
                outgoing.send(letter);
                Outgoing.awaitHeard(letter);
            }
            assertThat(neighbour.letters()).hasSize(2);
        }
        var exported =
                RestAssured.given().auth().oauth2(TestTokens.of("auditor")).get("/exchange/log");
        assertThat(exported.contentType()).startsWith("application/x-ndjson");
        return exported.asString()
                .lines()
                .filter(line -> line.contains(caseId.toString()))
                .toList();
    }

    private List<String> findings(List<String> lines) throws IOException {
        return findings(lines, trust());
    }

    private List<String> findings(List<String> lines, TrustList trust) throws IOException {
        return findings(lines, trust, Optional.empty());
    }

    private List<String> findings(List<String> lines, TrustList trust, Optional<String> cell) throws IOException {
        var file = folder.resolve("log.ndjson");
        Files.write(file, lines);
        var out = new ByteArrayOutputStream();
        var count = new VerifyLog(trust, new PrintStream(out, true, UTF_8)).file(file, cell);
        var said = out.toString(UTF_8).lines().toList();
        assertThat(said.getLast())
                .startsWith(file + ": " + lines.size() + " lines, ")
                .endsWith(count + " findings");
        return said.subList(0, said.size() - 1).stream()
                .map(line -> line.substring(file.toString().length() + 1))
                .toList();
    }

    private static LogLine read(List<String> lines, int at) {
        return Wire.read(lines.get(at), LogLine.class).orElseThrow();
    }

    private static TrustList trust() {
        return KeyFolder.trust(TestExchange.ownKeys().resolve(KeyFolder.TRUST));
    }

    /** The list, with the partner's signing keys revoked at this moment. */
    private static TrustList revoked(Instant moment) {
        return new TrustList(trust().parties().stream()
                .map(member -> member.province().equals(TestExchange.PARTNER)
                        ? new TrustList.Member(
                                member.province(),
                                member.agency(),
                                member.url(),
                                member.keys().stream()
                                        .map(key -> new Key(
                                                key.kid(), key.use(), key.jwk(), key.from(), key.until(), moment))
                                        .toList())
                        : member)
                .toList());
    }

    private static List<String> without(List<String> lines, int at) {
        var all = new ArrayList<>(lines);
        var gone = all.remove(at);
        assertThat(gone).isNotNull();
        return all;
    }

    private static List<String> with(List<String> lines, int at, String line) {
        var all = new ArrayList<>(lines);
        var before = all.set(at, line);
        assertThat(before).isNotEqualTo(line);
        return all;
    }

    /** Another signature under the same envelope. */
    private static String forged(String line) {
        var envelope = Objects.requireNonNull(
                Wire.read(line, LogLine.class).orElseThrow().envelope());
        var cut = envelope.lastIndexOf('.') + 1;
        return line.replace(envelope, envelope.substring(0, cut) + "A".repeat(envelope.length() - cut));
    }
}
