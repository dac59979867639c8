package org.lingbao.contribution.payment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BadReportsTest {
    private static final String TOO_LARGE = "HTTP/1.1 413 Request Entity Too Large";
    private static final int MEGABYTE = 1_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"1.005", "-1.00", "0.00", "99999999999999999999.00", "1e3", "1,00", " 1.00", "NaN", "一百"})
    void an_amount_that_is_none_is_refused_and_nothing_is_booked(String amount) {
        var bill = Story.billOf(Story.insured());
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, amount)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/amount"));
        assertThat(receipts(bill)).isZero();
    }

    @Test
    void a_hundred_megabytes_that_are_announced_are_not_read() throws IOException {
        try (var socket = asking("Content-Length: " + 100 * MEGABYTE)) {
            assertThat(firstLine(socket)).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    void a_hundred_megabytes_that_are_not_announced_are_read_no_further_than_the_first_few() throws IOException {
        try (var socket = asking("Transfer-Encoding: chunked")) {
            var sent = sendUntilHungUp(socket, 100);
            assertThat(sent).as("megabytes that the service let come").isLessThan(40);
        }
    }

    /** What is in sockets' buffers counts, too. */
    private static int sendUntilHungUp(Socket socket, int megabytes) {
        var chunk = ("f4240\r\n" + " ".repeat(MEGABYTE) + "\r\n").getBytes(US_ASCII);
        for (var sent = 0; sent < megabytes; sent++) {
            try {
                socket.getOutputStream().write(chunk);
            } catch (IOException e) {
                return sent;
            }
        }
        return megabytes;
    }

    private static Socket asking(String length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write("""
                POST /payments HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Idempotency-Key: 370702-0001-1
                Content-Type: application/json
                %s

                """.formatted(TestTokens.of(Story.TERMINAL), length)
                .replace("\n", "\r\n")
                .getBytes(US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
    }

    private static long receipts(UUID bill) {
        return TestDatabase.number("select count(*) from receipt where bill_id = ?", bill);
    }
}
