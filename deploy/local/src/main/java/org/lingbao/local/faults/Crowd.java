package org.lingbao.local.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

/** Connections to one port whose other ends say nothing, or too little. */
final class Crowd implements AutoCloseable {
    /** What a connection says and then no more. */
    enum Manner {
        /** Nothing. */
        IDLE(""),
        /** The beginning of a request's first line. */
        SLOW_TO_ASK("GET /verify/"),
        /** A request of somebody who may ask for it, without the rest of its body. */
        SLOW_TO_TELL("POST /payments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");

        private final String text;

        Manner(String text) {
            this.text = text;
        }
    }

    private final String token;
    private final List<Socket> sockets = new ArrayList<>();

    /** @param token of whoever it is that asks */
    Crowd(String token) {
        this.token = token;
    }

    void come(int port, Manner manner, int count) {
        try {
            for (var one = 0; one < count; one++) {
                var socket = new Socket(Ports.HOST, port);
                sockets.add(socket);
                socket.getOutputStream().write(manner.text.formatted(token).getBytes(US_ASCII));
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            close();
            throw new PartFailed("connection " + (sockets.size() + 1) + " to port " + port + " was not taken: " + e, e);
        }
    }

    @Override
    public void close() {
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // The other end has closed it before.
            }
        }
        sockets.clear();
    }
}
