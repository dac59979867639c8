package org.lingbao.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.PartFailed;

/** PostgreSQL with durable commits, for all cells. */
final class PostgresPart implements Part {
    private final Home home;
    private final int port;
    private final Map<String, LocalPostgres.Roles> databases = new ConcurrentHashMap<>();
    private volatile @Nullable LocalPostgres server;

    PostgresPart(Home home, int port) {
        this.home = home;
        this.port = port;
    }

    @Override
    public void start(BooleanSupplier cancelled) {
        databases.clear();
        server = LocalPostgres.start(home.program(), home.data("postgres"), log(), port, LocalPostgres.Commits.DURABLE);
    }

    /** A service's own database; its passwords are new ones after each start of the server. */
    LocalPostgres.Roles database(String name) {
        var running = server;
        if (running == null) {
            throw new PartFailed("PostgreSQL is not running; its log is " + log());
        }
        return databases.computeIfAbsent(name, running::database);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path log() {
        return home.log("postgres");
    }

    @Override
    public boolean alive() {
        var running = server;
        return running != null && running.alive();
    }

    @Override
    public OptionalLong pid() {
        var running = server;
        return running == null ? OptionalLong.empty() : OptionalLong.of(running.pid());
    }

    @Override
    public void close() {
        var running = server;
        if (running != null) {
            running.close();
        }
    }
}
