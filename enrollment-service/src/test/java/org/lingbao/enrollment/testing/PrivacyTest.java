package org.lingbao.enrollment.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestLog;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** A canary with a number, name and phone that stand nowhere else sings its way through everything. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PrivacyTest {
    /** By how many characters it is seen that a secret may begin here. */
    private static final int START = 4;

    @Test
    void the_log_hears_what_the_service_logs() {
        try (var log = TestLog.begin()) {
            Logger.getLogger("org.lingbao.canary").info("sings");

            assertThat(log.lines()).anyMatch(line -> line.contains("sings"));
        }
    }

    @Test
    void no_personal_data_in_tables_topics_answers_or_logs() {
        var canary = Citizen.driver();
        var answers = new ArrayList<String>();
        try (var log = TestLog.begin()) {
            var personId = live(canary, answers);
            var events = TestTopics.awaitKey("enrollment.person", personId, 6).stream()
                    .map(message -> message.key() + message.headers() + message.text())
                    .toList();

            assertThat(answers).hasSizeGreaterThan(10);
            assertThat(Stream.of(answers, events, log.lines(), tables()).flatMap(List::stream))
                    .allSatisfy(text -> assertThat(text).doesNotContain(secretsOf(canary)));
        }
    }

    /** Of all persons of this run, not of one canary; {@link ScanLast} has all other classes run before. */
    @Test
    void nothing_that_this_run_has_written_tells_who_anybody_is() {
        var personId = live(Citizen.driver(), new ArrayList<>());
        var unused = TestTopics.awaitKey("enrollment.person", personId, 6);
        var written = String.join(
                "\n",
                Stream.of(
                                TestTopics.all("enrollment.person").stream()
                                        .map(message -> message.key() + message.headers() + message.text())
                                        .toList(),
                                tables(),
                                logged())
                        .flatMap(List::stream)
                        .toList());

        var people = Citizen.all();
        var secrets = people.stream()
                .flatMap(person -> Stream.of(person.number(), person.name(), person.phone()))
                .collect(groupingBy(secret -> secret.substring(0, START)));

        assertThat(written).contains(personId);
        assertThat(found(secrets, written)).isEmpty();
        assertThat(found(secrets, written + people.getFirst().phone()))
                .as("who looks finds")
                .containsExactly("a secret of 11 characters");
    }

    /** Reads the text once, and not once for each of thousands of secrets. */
    private static List<String> found(Map<String, List<String>> secretsByStart, String text) {
        return IntStream.rangeClosed(0, text.length() - START)
                .boxed()
                .flatMap(at -> secretsByStart.getOrDefault(text.substring(at, at + START), List.of()).stream()
                        .filter(secret -> text.startsWith(secret, at)))
                .map(secret -> "a secret of " + secret.length() + " characters")
                .distinct()
                .toList();
    }

    /** The lines of the run's log file, which is there as soon as anything is logged. */
    private static List<String> logged() {
        try {
            return Files.readAllLines(Path.of("target", "run.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that a person can do here, right and wrong. */
    private static String live(Citizen canary, List<String> answers) {
        var token = canary.token();
        var body = canary.registration();
        String personId = heard(post("/persons", token, body), answers).path("personId");
        var _ = heard(post("/persons", token, body), answers);
        var _ = heard(post("/persons", Citizen.driver().token(), body), answers);
        var _ = heard(post("/persons", token, body.replace("370702\"", "nowhere\"")), answers);
        var _ = heard(post("/persons", token, body.substring(0, body.length() - 1)), answers);
        var _ = heard(
                post("/persons", token, body.replace(canary.number(), canary.number() + canary.number())), answers);
        var lookup = "{\"identityNumber\": \"" + canary.number() + "\"}";
        var _ = heard(post("/persons/lookup", TestTokens.of("terminal-370702-0001"), lookup), answers);
        var _ = heard(post("/persons/lookup", TestTokens.of("zhou.clerk"), lookup), answers);
        var _ = heard(post("/persons/lookup", TestTokens.of("service-transfer"), lookup), answers);
        post("/persons/" + personId + "/identity", TestTokens.of("service-transfer"), lookup)
                .statusCode(200); // the one answer that tells it; logs, events and tables must not
        var _ = heard(post("/enrollments", token, canary.phone(), Citizen.application(personId)), answers);
        var _ = heard(
                post("/enrollments", token, "{\"" + canary.number() + "\": {\"" + canary.name() + "\": 1}}"), answers);
        var _ = heard(canary.enroll(personId), answers);
        var consents = "/persons/" + personId + "/consents";
        var _ = heard(post(consents, token, "{\"purpose\": \"STATEMENT_AT_TERMINAL\", \"version\": 1}"), answers);
        var _ = heard(as(token).delete(consents + "/STATEMENT_AT_TERMINAL").then(), answers);
        var _ = heard(as(token).get("/persons/" + personId).then(), answers);
        more(canary, personId, answers);
        known(canary, personId, answers);
        acts(canary, answers);
        return personId;
    }

    /** Registrations, one thing and confirmations, with secrets where they do not belong. */
    private static void more(Citizen canary, String personId, List<String> answers) {
        var token = canary.token();
        var clerk = TestTokens.of("li.clerk");
        var registration = """
                {"personId": "%s", "occupation": "4-02-07-10", "place": "370700", "form": "OTHER_FLEXIBLE",
                 "channel": "%s", "confirmation": {"kind": "CARD", "reference": "%s"}}""";
        for (var secret : List.of(canary.number(), canary.name(), canary.phone())) {
            var _ = heard(
                    post(
                            "/employment-registrations",
                            clerk,
                            registration.formatted(personId, "AGENCY_COUNTER", secret)),
                    answers);
            var _ = heard(
                    post(
                            "/employment-registrations",
                            clerk,
                            registration.formatted(personId, "AGENCY_COUNTER", "A-" + secret)),
                    answers);
            var _ = heard(
                    post("/employment-registrations", token, registration.formatted(personId, secret, "CARD-0001")),
                    answers);
        }
        var _ = heard(
                post(
                        "/employment-registrations",
                        clerk,
                        registration.formatted(personId, "AGENCY_COUNTER", "CARD-0001")),
                answers);
        var _ = heard(post("/one-thing-applications", token, canary.number(), """
                        {"personId": "%s", "occupation": "4-02-07-10", "place": "370700", "category": "OTHER_FLEXIBLE",
                         "statements": {"pensioner": false, "employedInsured": false},
                         "plan": {"base": "5000.00", "period": "MONTH"}, "channel": "MOBILE_12333"}""".formatted(personId)), answers);
    }

    /** What is recorded beside the registration, and a twin who may be the same. */
    private static void known(Citizen canary, String personId, List<String> answers) {
        var person = "/persons/" + personId;
        var clerk = TestTokens.of("li.clerk");
        var paper = "{\"kind\": \"HUKOU_BOOK\", \"number\": \"" + canary.number()
                + "\", \"place\": \"370702\", \"validFrom\": \"2020-01-01\", \"electronic\": false}";
        var _ = heard(post(person + "/evidence", canary.token(), paper), answers);
        var _ = heard(post(person + "/evidence", canary.token(), paper.replace("2020", canary.number())), answers);
        var document = "{\"identityKind\": \"RESIDENT\", \"identityNumber\": \"" + canary.number() + "\"}";
        var _ = heard(post(person + "/documents", clerk, document), answers);
        var _ = heard(post(person + "/documents", clerk, document.replace("RESIDENT", "PASSPORT")), answers);
        var _ = heard(as(clerk).get(person + "/documents").then(), answers);
        var address = "{\"address\": \"山东省潍坊市" + canary.name() + canary.phone() + "\", \"channel\": \"MOBILE_12333\"}";
        var _ = heard(
                as(canary.token())
                        .contentType("application/json")
                        .body(address)
                        .put(person + "/contacts/address")
                        .then(),
                answers);
        var _ = heard(as(clerk).get(person + "/contacts").then(), answers);
        var match = "/possible-matches/" + Matched.pair(personId, canary.twin().register());
        var _ = heard(as(clerk).get(match).then(), answers);
        var _ = heard(post(match + "/decision", clerk, "{\"decision\": \"DIFFERENT\"}"), answers);
    }

    /** Is named to act for somebody, rightly and wrongly, and seen by them. */
    private static void acts(Citizen canary, List<String> answers) {
        var other = Citizen.driver();
        var otherId = other.register();
        var path = "/persons/" + otherId + "/delegations";
        for (var purpose : List.of("VIEW", canary.number())) {
            var _ = heard(Citizen.delegate(otherId, other, canary, "2026-09-01", "2026-12-31", purpose), answers);
        }
        var _ = heard(Citizen.delegate(otherId, other, canary, canary.number(), canary.name(), "VIEW"), answers);
        var _ = heard(as(other.token()).get(path).then(), answers);
        var _ = heard(as(canary.token()).get("/persons/" + otherId).then(), answers);
    }

    private static io.restassured.response.ExtractableResponse<io.restassured.response.Response> heard(
            io.restassured.response.ValidatableResponse answer, List<String> answers) {
        var response = answer.extract();
        answers.add(response.headers() + response.asString());
        return response;
    }

    /** As it would be written, in hexadecimal too: that is how a dump shows a column of bytes. */
    private static String[] secretsOf(Citizen canary) {
        return Stream.of(
                        canary.number(),
                        canary.name(),
                        canary.phone(),
                        canary.number().substring(6, 16))
                .flatMap(secret -> Stream.of(
                        secret, secret.toLowerCase(Locale.ROOT), HexFormat.of().formatHex(secret.getBytes(UTF_8))))
                .toArray(String[]::new);
    }

    private static List<String> tables() {
        return TestDatabase.query("select tablename from pg_tables where schemaname = 'public'").stream()
                .map(row -> String.valueOf(row.get("tablename")))
                .flatMap(table -> TestDatabase.query("select cast(t.* as text) as line from " + table + " t").stream())
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }
}
