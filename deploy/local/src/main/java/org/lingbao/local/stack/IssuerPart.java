package org.lingbao.local.stack;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.part.LocalIssuer;

/** The issuer; it lives in the supervisor itself. */
final class IssuerPart implements Part {
    private final Home home;
    private final int port;
    private volatile @Nullable LocalIssuer issuer;

    IssuerPart(Home home, int port) {
        this.home = home;
        this.port = port;
    }

    @Override
    public void start(BooleanSupplier cancelled) {
        issuer = LocalIssuer.start(home.data("issuer").resolve("key.json"), port);
    }

    @Override
    public String name() {
        return "issuer";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path log() {
        return home.log("supervisor");
    }

    @Override
    public boolean alive() {
        return issuer != null;
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        var running = issuer;
        if (running != null) {
            running.close();
            issuer = null;
        }
    }
}
