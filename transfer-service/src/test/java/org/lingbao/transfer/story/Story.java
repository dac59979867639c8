package org.lingbao.transfer.story;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.lingbao.local.testing.Fields;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** The people of the tests and what they do. Everybody is new, so that tests do not meet. */
public final class Story {
    public static final String WEIFANG = "370700";
    public static final String DALIAN = "210200";
    public static final String LIAONING = "210000";
    public static final String CLERK = "li.clerk";
    public static final String CLERK_OF_QINGDAO = "zhou.clerk";

    private Story() {}

    /** A person with a login. @param number the social security number */
    public record Person(UUID id, String name, String number) {
        public String token() {
            return TestTokens.of(name);
        }
    }

    /** Somebody who pays in Weifang, born in 1990, with a hukou in Liaoning. */
    public static Person insured() {
        return insured("1990-01-01");
    }

    public static Person insured(String born) {
        var person = registered(born);
        relation(person, WEIFANG);
        return person;
    }

    /** Somebody of whom enrollment told, without a relation. */
    public static Person registered(String born) {
        var random = ThreadLocalRandom.current();
        var person = new Person(
                UUID.randomUUID(),
                "citizen-" + random.nextLong(1, 999_999_999_999L),
                "2102021990" + random.nextLong(10_000_000L, 99_999_999L));
        execute(
                "insert into login values (?, ?, ?)",
                TestTokens.issuer(),
                TestTokens.subject(person.name()),
                person.id());
        area(person, WEIFANG);
        standIn("persons", """
                {"personId": "%s", "identityNumber": "%s", "name": "赵强", "birthDate": "%s", "sex": "MALE",
                 "hukou": "210202", "later": "added", "statement": {
                     "months": [{"month": "2026-06", "place": "370700", "transferredTo": "210000"},
                                {"month": "2026-06", "place": "210200", "transferredFrom": "210000"},
                                {"month": "2026-07", "place": "370700", "base": "4573.00"},
                                {"month": "2026-08", "place": "370700", "base": "4573.00"}],
                     "accountBalance": "731.68", "later": "added"}}""".formatted(person.id(), person.number(), born));
        return person;
    }

    /** Somebody who has paid nothing. */
    public static Person newcomer() {
        var person = registered("1990-01-01");
        standIn("persons", """
                {"personId": "%s", "identityNumber": "%s", "name": "赵强", "birthDate": "1990-01-01", "sex": "MALE",
                 "hukou": "210202", "statement": {"months": [], "accountBalance": "0.00"}}""".formatted(person.id(), person.number()));
        return person;
    }

    public static void relation(Person person, String place) {
        execute("insert into relation values (?, ?, 'EMPLOYEE', ?)", UUID.randomUUID(), person.id(), place);
    }

    /** From now on the agencies of the place see the person. */
    public static void area(Person person, String place) {
        execute("insert into person_area values (?, ?)", person.id(), place);
    }

    /** Enrollment is away, or back. */
    public static void enrollmentAway(boolean away) {
        standIn("away", "{\"away\": " + away + "}");
    }

    private static void standIn(String what, String body) {
        given().contentType("application/json")
                .body(body)
                .post(System.getProperty(EnrollmentStandIn.URL) + "/stand-in/" + what)
                .then()
                .statusCode(204);
    }

    private static void execute(String sql, Object... parameters) {
        var unused = TestDatabase.execute(sql, parameters);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Accept-Language", "en");
    }

    public static RequestSpecification clerk() {
        return as(TestTokens.of(CLERK));
    }

    public static Response applies(Person person) {
        return applies(person, UUID.randomUUID().toString(), application(person, DALIAN, WEIFANG, false));
    }

    public static Response applies(Person person, String key, String body) {
        return as(person.token()).header("Idempotency-Key", key).body(body).post("/transfers");
    }

    public static String application(Person person, String from, String to, boolean drawing) {
        return """
                {"personId": "%s", "oldPlace": "%s", "newPlace": "%s", "statements": {"drawingPension": %s}}""".formatted(person.id(), from, to, drawing);
    }

    /** The id of a new case in which the letter to Dalian is written. */
    public static UUID transferOf(Person person) {
        return UUID.fromString(
                Fields.text(applies(person).then().statusCode(201).extract().asString(), "/transferId"));
    }

    /** Publishes an event as contribution does. */
    public static void contributionTells(String name, UUID caseId, String fields) {
        TestTopics.send(
                "contribution.transfer",
                caseId.toString(),
                "{\"caseId\": \"%s\"%s}".formatted(caseId, fields).getBytes(UTF_8),
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "contribution." + name + ".v1",
                        "ce_source",
                        "/contribution",
                        "ce_specversion",
                        "1.0"));
    }
}
