package org.lingbao.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A way to a server that can lose everything without telling either side, as a cable that is pulled does. */
final class Network implements AutoCloseable {
    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private volatile boolean lost;

    Network(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on what is sent on the connections that are open disappears; new ones work once it is back. */
    void lose(boolean yes) {
        lost = yes;
    }

    private void accept() {
        try {
            while (true) {
                var client = entrance.accept();
                var server = new Socket(host, port);
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** Once something was lost on a connection it stays lost. */
    private void carry(Socket from, Socket to) {
        var buffer = new byte[8192];
        try {
            for (var read = from.getInputStream().read(buffer);
                    read >= 0 && !lost;
                    read = from.getInputStream().read(buffer)) {
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException closed) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
