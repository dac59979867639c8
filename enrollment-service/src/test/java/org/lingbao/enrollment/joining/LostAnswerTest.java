package org.lingbao.enrollment.joining;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** The decision was kept and the answer was lost: whoever asks again under the key gets the same receipt. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LostAnswerTest {

    @Test
    void the_retry_gets_the_receipt_that_was_decided_before_the_line_broke() throws IOException {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var key = UUID.randomUUID().toString();

        var receipt = applyAndBreakOffOnceItIsKept("/enrollments", citizen, key, application(personId), """
                select receipt_number as found from application where person_id = cast(? as uuid)""", personId);

        post("/enrollments", citizen.token(), key, application(personId))
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("receiptNumber", equalTo(receipt));
        assertThat(TestDatabase.number("select count(*) from relation where person_id = cast(? as uuid)", personId))
                .isEqualTo(1);
    }

    @Test
    void so_it_is_with_a_refusal() throws IOException {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var key = UUID.randomUUID().toString();
        var body = application(personId, "EMPLOYEE", true);

        var outcome = applyAndBreakOffOnceItIsKept("/enrollments", citizen, key, body, """
                select outcome as found from application where person_id = cast(? as uuid)""", personId);

        assertThat(outcome).isEqualTo("REFUSED");
        post("/enrollments", citizen.token(), key, body).statusCode(422).header("Idempotent-Replayed", "true");
        assertThat(TestDatabase.number("select count(*) from application where person_id = cast(? as uuid)", personId))
                .isEqualTo(1);
    }

    @Test
    void so_it_is_with_one_thing() throws IOException {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var key = UUID.randomUUID().toString();
        var body = """
                {"personId": "%s", "occupation": "4-02-07-10", "place": "370700", "category": "OTHER_FLEXIBLE",
                 "statements": {"pensioner": false, "employedInsured": false},
                 "plan": {"base": "5000.00", "period": "MONTH"}, "channel": "MOBILE_12333"}""".formatted(personId);

        var id = applyAndBreakOffOnceItIsKept("/one-thing-applications", citizen, key, body, """
                select id as found from one_thing where person_id = cast(? as uuid)""", personId);

        post("/one-thing-applications", citizen.token(), key, body)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("oneThingId", equalTo(id));
    }

    /** Reads nothing of the answer: once the row is there it is committed, and then the line breaks hard. */
    private static String applyAndBreakOffOnceItIsKept(
            String path, Citizen citizen, String key, String body, String kept, String personId) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoLinger(true, 0);
            socket.setReceiveBufferSize(1);
            socket.getOutputStream().write("""
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Idempotency-Key: %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(path, citizen.token(), key, body.getBytes(UTF_8).length, body)
                    .getBytes(UTF_8));
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !TestDatabase.query(kept, personId).isEmpty());
        }
        Map<String, ?> row = TestDatabase.query(kept, personId).getFirst();
        return String.valueOf(row.get("found"));
    }
}
