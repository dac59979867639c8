package org.lingbao.local.stack;

import java.util.List;
import org.lingbao.local.part.LocalPostgres;

/** A service beside the stack: of the same build and keys, with a database and a port of its own, and without a broker. */
public final class ServiceApart implements AutoCloseable {
    private final Part part;

    private ServiceApart(Part part) {
        this.part = part;
    }

    /** Returns when it is ready. */
    public static ServiceApart start(
            Home home, PortPlan ports, Cell cell, Service service, LocalPostgres.Roles database, int port) {
        var part = new StackPlan(home, ports, List.of(cell), List.of()).apart(cell, service, database, port);
        try {
            part.start(() -> false);
        } catch (RuntimeException e) {
            part.close();
            throw e;
        }
        return new ServiceApart(part);
    }

    public boolean alive() {
        return part.alive();
    }

    @Override
    public void close() {
        part.close();
    }
}
