package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Random;
import org.lingbao.local.part.Pause;
import org.lingbao.local.part.Ports;

/** A client that resets its connection in the middle of a request. */
enum HangUp {
    /** While it sends the request line and headers. */
    HEAD,
    /** While it sends the body, or right after the headers where there is none. */
    BODY,
    /** While the service works. */
    WAITING,
    /** While the answer comes. */
    READING;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 3_000;
    private static final int LONGEST_WAIT_MILLIS = 30;
    private static final int LONGEST_READ_BYTES = 64;

    /**
     * A request as it goes over the line.
     *
     * @param body empty where it has none
     */
    record Request(int port, String method, String path, String token, String key, String body) {
        byte[] head() {
            var head = "%s %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\nAccept: application/json\r\n"
                    .formatted(method, path, Ports.HOST, port, token);
            return (body.isEmpty()
                            ? head + "\r\n"
                            : head
                                    + "Idempotency-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                                            .formatted(key, body.getBytes(UTF_8).length))
                    .getBytes(UTF_8);
        }

        /** The same as a command of its own. */
        Request anew() {
            return new Request(port, method, path, token, Newcomer.fresh(), body);
        }

        /** A token stays out of logs. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** How much of the request is sent before the connection is reset. */
    byte[] sent(Request request, Random random) {
        var head = request.head();
        var body = request.body().getBytes(UTF_8);
        var sent = new ByteArrayOutputStream();
        sent.write(head, 0, this == HEAD ? random.nextInt(1, head.length) : head.length);
        if (this != HEAD) {
            sent.write(body, 0, this == BODY && body.length > 0 ? random.nextInt(body.length) : body.length);
        }
        return sent.toByteArray();
    }

    /**
     * Does it. What the service makes of it is nobody's business here; it may be faster and close first.
     *
     * @return whether there was a connection at all
     */
    boolean on(Request request, Random random) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, request.port()), CONNECT_MILLIS);
            socket.setSoLinger(true, 0); // closing is a reset
            socket.setSoTimeout(READ_MILLIS);
            try {
                socket.getOutputStream().write(sent(request, random));
                if (this == WAITING) {
                    Pause.millis(random.nextInt(LONGEST_WAIT_MILLIS));
                }
                if (this == READING) {
                    var _ = socket.getInputStream().readNBytes(random.nextInt(1, LONGEST_READ_BYTES));
                }
            } catch (IOException hungUpFirst) {
                return true;
            }
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
