package org.lingbao.enrollment.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.lingbao.enrollment.testing.Citizen.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HangingUpTest {
    /** Many times the connections of the pool: one leak in ten would already leave none. */
    private static final int CALLERS = 200;

    private static final int LONGEST_MILLIS = 20;

    @Test
    void callers_who_hang_up_at_once_take_no_connection_with_them() throws Exception {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var token = citizen.token();

        for (var caller = 0; caller < CALLERS; caller++) {
            hangUp(
                    caller % 5 != 0
                            ? request("GET /persons/" + personId, token, "")
                            : request("POST /enrollments", token, Citizen.application(personId)),
                    caller % LONGEST_MILLIS);
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> as(token).get("/persons/me").then().statusCode(200));
        for (var i = 0; i < 20; i++) {
            as(token).get("/persons/" + personId + "/relations").then().statusCode(200);
        }
    }

    private static String request(String line, String token, String body) {
        return """
               %s HTTP/1.1\r
               Host: localhost\r
               Authorization: Bearer %s\r
               Idempotency-Key: %s\r
               Content-Type: application/json\r
               Content-Length: %d\r
               \r
               %s""".formatted(line, token, UUID.randomUUID(), body.getBytes(UTF_8).length, body);
    }

    /** Sooner or later within the request's life, by the caller's number. */
    private static void hangUp(String request, int afterMillis) throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            Thread.sleep(afterMillis);
        }
    }
}
