package org.lingbao.local.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.ServiceDatabases;

/** Somebody who takes every connection that PostgreSQL has, also those of the services: a superuser gets the last, too. */
final class Hog implements AutoCloseable {
    /** SQLSTATE: too many connections. */
    private static final String NONE_LEFT = "53300";

    private static final int ROUNDS = 200;
    private static final long BETWEEN_MILLIS = 50;
    private static final String OTHERS = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where backend_type = 'client backend' and usename like 'cell%'""";

    private final LocalPostgres.Database server;
    private final List<Connection> taken = new ArrayList<>();

    Hog(Ground ground) {
        this.server = LocalPostgres.administered(
                ground.home().data("postgres"), ground.ports().postgres(), "postgres");
    }

    /** Takes what is free, ends what the services have, and takes that, until they have nothing. */
    int takeAll() {
        try {
            takeFree();
            for (var round = 0; ended() > 0; round++) {
                if (round == ROUNDS) {
                    throw new PartFailed("the services' connections come back faster than somebody else takes them");
                }
                takeFree();
                Pause.millis(BETWEEN_MILLIS);
            }
            return taken.size();
        } catch (SQLException e) {
            throw new PartFailed("PostgreSQL's connections cannot be taken: " + e.getMessage(), e);
        }
    }

    private void takeFree() throws SQLException {
        try {
            while (true) {
                taken.add(server.connect());
            }
        } catch (SQLException e) {
            if (!NONE_LEFT.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** @return how many there were */
    private long ended() throws SQLException {
        return ServiceDatabases.number(taken.getFirst(), OTHERS);
    }

    @Override
    public void close() {
        for (var connection : taken) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It is gone already.
            }
        }
        taken.clear();
    }
}
