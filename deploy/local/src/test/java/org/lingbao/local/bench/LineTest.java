package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

class LineTest {
    private static final byte[] ASKED = "GET /here HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(UTF_8);

    private HttpServer server;

    /** Tells how often somebody asked, at length. */
    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(Ports.HOST, 0), 0);
        var asked = new int[1];
        server.createContext("/here", exchange -> {
            var body = (asked[0]++ + " " + "x".repeat(40_000)).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Location", " /over/there");
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void one_request_after_the_other_is_answered_whole_on_one_connection() throws IOException {
        try (var line = new Line(server.getAddress().getPort())) {
            for (var one = 0; one < 3; one++) {
                var answer = line.ask(ASKED).expect(201);
                assertThat(new String(answer.body(), UTF_8))
                        .startsWith(one + " ")
                        .hasSize(40_002);
                assertThat(answer.header("location")).contains("/over/there");
                assertThat(answer.header("Locat")).isEmpty();
            }
        }
    }

    @Test
    void another_answer_than_expected_is_told() throws IOException {
        try (var line = new Line(server.getAddress().getPort())) {
            var answer = line.ask(ASKED);
            assertThatThrownBy(() -> assertThat(answer.expect(200)).isNull())
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("201 instead of 200: 0 xxx");
        }
    }
}
