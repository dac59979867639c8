package org.lingbao.platform.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RequestCapTest {
    private static final String UNFINISHED = """
            POST /probe HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Idempotency-Key: slow\r
            Content-Type: application/json\r
            Content-Length: 1000\r
            \r
            {""";
    private static final String WITHOUT_BODY = """
            DELETE /probe/slowly HTTP/1.1\r
            Host: localhost\r
            Connection: close\r
            Content-Length: 0\r
            \r
            """;
    private static final int PATIENCE_MILLIS = 60_000;

    @TestHTTPResource
    URI address = URI.create("http://localhost");

    @Inject
    MeterRegistry metrics;

    @Test
    void whoever_begins_a_body_and_does_not_go_on_is_told_so_and_keeps_no_place() throws Exception {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write(UNFINISHED.formatted(TestTokens.of("zhao.qiang")).getBytes(US_ASCII));
            // all that comes until the service closes the connection
            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 408").containsIgnoringCase("connection: close");
        }
        assertThat(metrics.get("lingbao.requests.under.way").gauge().value()).isZero();
    }

    @Test
    void what_takes_long_and_has_no_body_is_not_taken_for_one_who_does_not_go_on() throws Exception {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(WITHOUT_BODY.getBytes(US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 204");
        }
    }
}
