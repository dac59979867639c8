package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HangUpTest {
    private static final String BODY = "{\"name\":\"韩梅\"}";

    private final Random random = new Random();

    private static HangUp.Request request(int port) {
        return new HangUp.Request(port, "POST", "/persons", "token", "key", BODY);
    }

    private String sent(HangUp moment) {
        return new String(moment.sent(request(1), random), UTF_8);
    }

    @RepeatedTest(20)
    void each_moment_sends_as_much_as_comes_before_it() {
        var whole = new String(request(1).head(), UTF_8) + BODY;
        assertThat(whole).contains("Content-Length: " + BODY.getBytes(UTF_8).length + "\r\n\r\n");
        assertThat(whole).startsWith(sent(HangUp.HEAD));
        assertThat(sent(HangUp.HEAD)).isNotEmpty().doesNotEndWith("\r\n\r\n");
        assertThat(sent(HangUp.BODY)).contains("\r\n\r\n").isNotEqualTo(whole);
        assertThat(sent(HangUp.WAITING)).isEqualTo(whole);
        assertThat(sent(HangUp.READING)).isEqualTo(whole);
    }

    @Test
    void the_connection_is_reset_and_not_closed_in_order() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(HangUp.WAITING.on(request(server.getLocalPort()), random))
                    .isTrue();
            try (var accepted = server.accept()) {
                assertThat(reset(accepted)).isTrue();
            }
        }
    }

    private static boolean reset(Socket accepted) throws IOException {
        try {
            var unused = accepted.getInputStream().readAllBytes();
            return unused.length < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void where_nobody_listens_there_was_no_connection() throws IOException {
        int port;
        try (var server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        assertThat(HangUp.HEAD.on(request(port), random)).isFalse();
    }
}
