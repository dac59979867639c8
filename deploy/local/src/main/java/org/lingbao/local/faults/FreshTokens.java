package org.lingbao.local.faults;

import java.time.Duration;
import org.lingbao.local.demo.Api;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.PortPlan;

/** Tokens for one thread, renewed long before they end. */
final class FreshTokens {
    private static final Duration RENEWAL = Duration.ofMinutes(10);

    private final PortPlan ports;
    private final Cell cell;
    private Api api;
    private long begun = System.nanoTime();

    FreshTokens(PortPlan ports, Cell cell) {
        this.ports = ports;
        this.cell = cell;
        this.api = new Api(ports, cell);
    }

    /** Of somebody who signs in; a citizen registers before. */
    String person(String login) {
        return current().signIn(login);
    }

    /** Of a program. */
    String client(String id) {
        return current().client(id);
    }

    private Api current() {
        if (System.nanoTime() - begun > RENEWAL.toNanos()) {
            begun = System.nanoTime();
            api = new Api(ports, cell);
        }
        return api;
    }
}
