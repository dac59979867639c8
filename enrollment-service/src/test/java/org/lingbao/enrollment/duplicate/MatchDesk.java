package org.lingbao.enrollment.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** What clerks do about possible matches. */
final class MatchDesk {
    static final Duration SOON = Duration.ofSeconds(60);
    static final String CLERK = TestTokens.of("li.clerk");

    private MatchDesk() {}

    static int status(String match, String survivor) {
        return decide(CLERK, match, "SAME", survivor).extract().statusCode();
    }

    static ValidatableResponse decide(
            String token, String match, String word, @org.jspecify.annotations.Nullable String survivor) {
        var who = survivor == null ? "" : ", \"survivorId\": \"" + survivor + "\"";
        return post("/possible-matches/" + match + "/decision", token, "{\"decision\": \"" + word + "\"" + who + "}");
    }

    static ValidatableResponse lookup(Citizen citizen) {
        return post(
                        "/persons/lookup",
                        TestTokens.of("service-transfer"),
                        "{\"identityNumber\": \"" + citizen.number() + "\"}")
                .statusCode(200);
    }

    static void hire(Citizen citizen) {
        post("/employments", TestTokens.of("chen.employer"), """
                {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-15"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);
    }

    static void paid(String person, String month) {
        var message = UUID.randomUUID();
        TestTopics.send(
                "contribution.person",
                person,
                """
                {"personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "months": ["%s"], "base": "4573.00",
                 "pension": "914.60", "account": "365.84", "pooled": "548.76", "receiptId": "%s", "paidOn": "2026-09-01"}""".formatted(person, month, UUID.randomUUID()).getBytes(UTF_8),
                Map.of("ce_id", message.toString(), "ce_type", "contribution.month-paid.v1"));
        await().atMost(SOON).until(() -> TestDatabase.number("""
                        select count(*) from inbox where message_id = ?
                        and consumer in ('enrollment-employment', 'enrollment-money')""", message) == 2);
    }

    /** Another service told of money that is in nobody's months here. */
    static void told(String type, String person) {
        var message = UUID.randomUUID();
        TestTopics.send(
                type.startsWith("transfer.") ? "transfer.case" : "contribution.person",
                person,
                """
                {"personId": "%s", "scheme": "MEDICAL", "months": ["2026-09"], "side": "IN", "oldPlace": "210200",
                 "completedOn": "2026-09-01"}""".formatted(person).getBytes(UTF_8),
                Map.of("ce_id", message.toString(), "ce_type", type));
        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from inbox where message_id = ? and consumer = 'enrollment-money'",
                                message)
                        == 1);
    }

    static String clerkOf(String organisation) {
        return TestTokens.mint("li.clerk").claim("org", organisation).token();
    }
}
