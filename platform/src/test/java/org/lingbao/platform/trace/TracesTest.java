package org.lingbao.platform.trace;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TracesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOPIC = "enrollment.person";
    private static final String APPLIED = "counting enrollment.counted.v1";

    @Inject
    SpanLog spans;

    @Test
    void a_request_and_what_a_consumer_does_about_its_event_are_one_trace() {
        var trace = hex();
        var key = UUID.randomUUID();
        given().header(Traces.HEADER, "00-" + trace + "-00f067aa0ba902b7-01")
                .post("/counts/" + key)
                .then()
                .statusCode(204);
        awaitEffect(key);
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        spans.of(trace).stream().anyMatch(span -> span.getName().equals(APPLIED)));
        var header = TestTopics.awaitKey(TOPIC, key.toString(), 1)
                .getFirst()
                .headers()
                .get(Traces.HEADER);
        assertThat(header).startsWith("00-" + trace + "-");
        var ended = spans.of(trace);
        assertThat(ended).extracting(SpanData::getName).contains("POST /counts/{key}");
        var applied = ended.stream()
                .filter(span -> span.getName().equals(APPLIED))
                .findFirst()
                .orElseThrow();
        assertThat(header).as("it goes on from what the record says").contains(applied.getParentSpanId());
        assertThat(ended)
                .as("which is a part of the request")
                .extracting(SpanData::getSpanId)
                .contains(applied.getParentSpanId());
    }

    @Test
    void two_events_of_one_batch_stay_in_their_own_traces() {
        var first = hex();
        var second = hex();
        var key = UUID.randomUUID();
        for (var trace : new String[] {first, second}) {
            send(key, "00-" + trace + "-00f067aa0ba902b7-01");
        }
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !spans.of(first).isEmpty() && !spans.of(second).isEmpty());
        assertThat(spans.of(first).stream().filter(span -> span.getName().equals(APPLIED)))
                .hasSize(1);
        assertThat(spans.of(second).stream().filter(span -> span.getName().equals(APPLIED)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00-0-0-00", "", "00-00000000000000000000000000000000-0000000000000000-01"})
    void a_trace_that_cannot_be_read_keeps_no_event_from_being_applied(String header) {
        var key = UUID.randomUUID();
        send(key, header);
        awaitEffect(key);
    }

    private static void send(UUID key, String header) {
        TestTopics.send(
                TOPIC,
                key.toString(),
                "{\"key\":\"%s\",\"number\":1}".formatted(key).getBytes(UTF_8),
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "enrollment.counted.v1",
                        Traces.HEADER,
                        header));
    }

    private static void awaitEffect(UUID key) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> TestDatabase.number("select count(*) from effect where key = ?", key) > 0);
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
