package org.lingbao.contribution.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.Story.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** A transfer as contribution meets it: what the transfer service asks, what a bank reports, what is answered. */
public record TransferStory(UUID id) {
    public static final String DALIAN = "210200";
    public static final String BANK = "bank-ccb";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(60);

    public static TransferStory begun() {
        return new TransferStory(UUID.randomUUID());
    }

    /** A form of months that were paid in Dalian, each on the same base. */
    public static String formOf(String from, String to, int months, String account, String pooled, String total) {
        return """
                {"before1998": "0.00", "lastYearEnd": "0.00", "currentYear": "%4$s", "account": "%4$s", "pooled": "%5$s",
                 "total": "%6$s", "contributionMonths": %3$d,
                 "rows": [{"place": "210200", "from": "%1$s", "to": "%2$s", "monthlyBase": "4573.00",
                           "closingBalance": "%4$s"}]}""".formatted(from, to, months, account, pooled, total);
    }

    public void asksToSeal(Person person) {
        asks("seal-requested", """
                {"caseId": "%s", "personId": "%s", "newPlace": "210200",
                 "payee": "中国建设银行大连分行 21050161000000000001", "requestedOn": "2026-09-01"}""".formatted(id, person.id()));
    }

    public void asksToRelease(String form) {
        asks("release-requested", """
                {"caseId": "%s", "form": %s, "requestedOn": "2026-09-01"}""".formatted(id, form));
    }

    public void asksToSettle() {
        asks("settle-requested", """
                {"caseId": "%s", "requestedOn": "2026-09-01"}""".formatted(id));
    }

    public void expects(String reference, String stated) {
        asks("funds-expected", """
                {"caseId": "%s", "reference": "%s", "oldPlace": "210200", "stated": "%s", "requestedOn": "2026-09-01"}""".formatted(id, reference, stated));
    }

    public void asksToCredit(Person person, String form) {
        asks("credit-requested", """
                {"caseId": "%s", "personId": "%s", "oldPlace": "210200", "form": %s, "requestedOn": "2026-09-01"}""".formatted(id, person.id(), form));
    }

    /** The same, with the place of the relation. */
    public void asksToCredit(Person person, String form, String newPlace) {
        asks("credit-requested", """
                {"caseId": "%s", "personId": "%s", "oldPlace": "210200", "newPlace": "%s", "form": %s,
                 "requestedOn": "2026-09-01"}""".formatted(id, person.id(), newPlace, form));
    }

    public void asksToRestore() {
        asks("restore-requested", """
                {"caseId": "%s", "requestedOn": "2026-09-01"}""".formatted(id));
    }

    private void asks(String name, String body) {
        asks(UUID.randomUUID(), name, body);
    }

    /** Publishes an instruction as the transfer service does, and waits until it was worked off or parked. */
    public void asks(UUID message, String name, String body) {
        assertThat(Schemas.complaints("transfer", name, body)).as(body).isEmpty();
        TestTopics.send(
                "transfer.case",
                id.toString(),
                body.getBytes(UTF_8),
                Map.of(
                        "ce_id",
                        message.toString(),
                        "ce_type",
                        "transfer." + name + ".v1",
                        "ce_source",
                        "/transfer",
                        "ce_specversion",
                        "1.0"));
        Awaitility.await()
                .atMost(LONG)
                .until(() -> TestDatabase.number(
                                "select (select count(*) from inbox where message_id = ?) + (select count(*) from parked_message where message_id = ?)",
                                message,
                                message)
                        > 0);
    }

    /** The first answers, in order, as they are on the topic; each keeps to its schema. */
    public List<Answer> answers(int count) {
        return TestTopics.awaitKey("contribution.transfer", id.toString(), count).stream()
                .map(message -> {
                    var name = String.valueOf(message.headers().get("ce_type"))
                            .replace("contribution.", "")
                            .replace(".v1", "");
                    assertThat(Schemas.complaints("contribution", name, message.text()))
                            .as(message.text())
                            .isEmpty();
                    return new Answer(name, read(message.text()));
                })
                .toList();
    }

    /** The names of the first answers, in order. */
    public List<String> names(int count) {
        return answers(count).stream().map(Answer::name).toList();
    }

    /** The answer that is the {@code count}th. */
    public JsonNode answer(int count, String name) {
        var last = answers(count).get(count - 1);
        assertThat(last.name()).isEqualTo(name);
        return last.body();
    }

    /** An answer without service and version in its name. */
    public record Answer(String name, JsonNode body) {}

    public boolean isParked() {
        return TestDatabase.number("select count(*) from parked_message where key = ?", id.toString()) > 0;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }

    public static String newReference() {
        return "21-20260901-%010d".formatted(ThreadLocalRandom.current().nextLong(9_999_999_999L));
    }

    public static String newSerial() {
        return "S" + ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }

    public static Response arrives(String serial, String reference, String amount) {
        return as(TestTokens.of(BANK))
                .header("Idempotency-Key", serial)
                .body("""
                {"serial": "%s", "settlementReference": "%s", "amount": "%s", "valueDate": "2026-09-01"}""".formatted(serial, reference, amount))
                .post("/bank-credits");
    }

    /** Of a kind of account, over its shards, in fen. */
    public static long balance(String kind, String owner) {
        return TestDatabase.number(
                "select coalesce(sum(balance_fen), 0)::bigint from account_balance where account_kind = ? and account_owner = ?",
                kind,
                owner);
    }

    public static long accountOf(Person person) {
        return balance("PERSON", person.id() + "/EMPLOYEE");
    }

    public static JsonPath check() {
        return as(TestTokens.of("auditor"))
                .get("/ledger/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static void provesItself() {
        var check = check();
        assertThat(check.getBoolean("ok")).as(check.prettify()).isTrue();
    }

    public static JsonPath statementOf(Person person) {
        return as(person.token())
                .get("/persons/" + person.id() + "/statement?scheme=EMPLOYEE")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
