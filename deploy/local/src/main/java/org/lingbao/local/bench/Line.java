package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

/**
 * A connection over which one HTTP/1.1 request after the other is sent. It does as little as possible, so that what is
 * measured is the other end.
 */
final class Line implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int STATUS_BEGINS = "HTTP/1.1 ".length();
    private static final int STATUS_ENDS = STATUS_BEGINS + 3;
    private static final int LINE_END = 2;
    private static final int HEXADECIMAL = 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[16_384];

    Line(int port) {
        this(port, PATIENCE);
    }

    /** @param patience for how long nothing may come of an answer */
    Line(int port, Duration patience) {
        try {
            socket = new Socket(Ports.HOST, port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            in = socket.getInputStream();
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new PartFailed("Nobody answers at port " + port + ": " + e.getMessage(), e);
        }
    }

    /** What came back. */
    record Answer(int status, String head, byte[] body) {
        /** A header's value. */
        Optional<String> header(String name) {
            return Line.header(head, name);
        }

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new PartFailed(
                        "The service answered %d instead of %d: %s".formatted(status, wanted, new String(body, UTF_8)));
            }
            return this;
        }
    }

    /** Sends a request, whole, and waits for its answer. */
    Answer ask(byte[] request) throws IOException {
        out.write(request);
        var filled = 0;
        var head = -1;
        while (head < 0) {
            filled = more(filled);
            head = endOfHead(filled);
        }
        var text = new String(buffer, 0, head, ISO_8859_1);
        var status = Integer.parseInt(text.substring(STATUS_BEGINS, STATUS_ENDS));
        if (header(text, "Transfer-Encoding").isPresent()) {
            return new Answer(status, text, chunks(head, filled));
        }
        var length = length(text);
        while (filled < head + length) {
            filled = more(filled);
        }
        return new Answer(status, text, Arrays.copyOfRange(buffer, head, head + length));
    }

    /** The body in chunks, each behind its length, until an empty one; without trailers. */
    private byte[] chunks(int head, int read) throws IOException {
        var body = new ByteArrayOutputStream();
        var filled = read;
        var at = head;
        while (true) {
            var end = endOfLine(at, filled);
            while (end < 0) {
                filled = more(filled);
                end = endOfLine(at, filled);
            }
            var length = Integer.parseInt(new String(buffer, at, end - at, ISO_8859_1), HEXADECIMAL);
            at = end + LINE_END;
            while (filled < at + length + LINE_END) {
                filled = more(filled);
            }
            if (length == 0) {
                return body.toByteArray();
            }
            body.write(buffer, at, length);
            at += length + LINE_END;
        }
    }

    private int endOfLine(int from, int filled) {
        for (var at = from; at + 1 < filled; at++) {
            if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private int more(int filled) throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        var read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("the service hung up");
        }
        return filled + read;
    }

    private int endOfHead(int filled) {
        for (var at = 0; at + END_OF_HEAD.length() <= filled; at++) {
            if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                return at + END_OF_HEAD.length();
            }
        }
        return -1;
    }

    private static int length(String head) {
        return header(head, "Content-Length")
                .map(Integer::parseInt)
                .orElseThrow(() -> new PartFailed("The service did not say how long its answer is: " + head));
    }

    static Optional<String> header(String head, String name) {
        var before = "\r\n".length();
        for (var at = head.indexOf("\r\n"); at >= 0; at = head.indexOf("\r\n", at + before)) {
            var begins = at + before;
            var ends = begins + name.length();
            if (head.regionMatches(true, begins, name, 0, name.length()) && head.startsWith(":", ends)) {
                return Optional.of(
                        head.substring(ends + 1, head.indexOf('\r', ends)).strip());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // The other end has closed it before.
        }
    }
}
