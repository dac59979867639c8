package org.lingbao.contribution.tax;

import static org.lingbao.contribution.story.Story.as;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;

/** Employees of Weifang and their bureau. */
final class Employees {
    static final String SHANDONG = TestTokens.of("tax-37");

    private Employees() {}

    static UUID employed(Person person, String from, @Nullable String to) {
        var employment = UUID.randomUUID();
        opens(person, employment, "EMPLOYED", from, to);
        Story.area(person, Story.WEIFANG);
        return employment;
    }

    static void opens(Person person, UUID relation, String standing, String from, @Nullable String to) {
        tell("relation-opened", person, """
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "standing": "%s",
                 "from": "%s", "to": %s, "openedOn": "2026-09-01"}""".formatted(
                        relation, person.id(), standing, from, to == null ? "null" : "\"" + to + "\""));
    }

    static void closes(Person person, String to, String because) {
        var relation = TestDatabase.query(
                        "select relation_id from relation where person_id = ? and to_month is null", person.id())
                .getFirst()
                .get("relation_id");
        tell("relation-closed", person, """
                {"relationId": "%s", "to": "%s", "because": "%s"}""".formatted(relation, to, because));
    }

    static void tell(String name, Person person, String body) {
        var message = UUID.randomUUID();
        Story.enrollmentTells(message, name, person.id(), body);
        Awaitility.await()
                .until(() -> TestDatabase.number("select count(*) from inbox where message_id = ?", message) == 1);
    }

    static String line(UUID employment, String month, String base, String personal, String employer) {
        return line(Dalian.newNumber(), employment, month, base, personal, employer);
    }

    static String line(String number, UUID employment, String month, String base, String personal, String employer) {
        return """
                {"voucherNumber": "%s", "employmentId": "%s", "month": "%s", "base": "%s", "personal": "%s",
                 "employer": "%s", "collectedAt": "2026-09-01T10:15:00+08:00"}""".formatted(number, employment, month, base, personal, employer);
    }

    static String batch(String number, String... lines) {
        return """
                {"batchNumber": "%s", "results": [%s]}""".formatted(number, Arrays.stream(lines).collect(Collectors.joining(", ")));
    }

    static Response reports(String... lines) {
        return reportsAs(SHANDONG, lines);
    }

    static Response reportsAs(String token, String... lines) {
        var number = Dalian.newNumber();
        return send(token, number, batch(number, lines));
    }

    static Response send(String token, String number, String body) {
        return as(token).header("Idempotency-Key", number).body(body).post("/tax/employer-results");
    }

    static Response statement(Person person) {
        return as(person.token()).get("/persons/" + person.id() + "/statement?scheme=EMPLOYEE");
    }
}
