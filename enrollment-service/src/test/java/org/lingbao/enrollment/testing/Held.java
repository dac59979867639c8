package org.lingbao.enrollment.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.lingbao.local.testing.TestDatabase;

/** A transaction of the test that holds a person's lock: who comes meanwhile waits, and sees afterwards what it did. */
public final class Held implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Connection connection;
    private final int process;

    private Held(Connection connection, int process) {
        this.connection = connection;
        this.process = process;
    }

    public static Held person(String id) throws SQLException {
        var connection = TestDatabase.connect();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement(
                "select pg_backend_pid() from person where id = cast(? as uuid) for update")) {
            lock.setString(1, id);
            try (var rows = lock.executeQuery()) {
                rows.next();
                return new Held(connection, rows.getInt(1));
            }
        }
    }

    /** Waits until somebody waits for it. */
    public void isAwaited() {
        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))", process)
                        > 0);
    }

    /** @param parameters ids */
    public void does(String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < parameters.length; at++) {
                statement.setString(at + 1, parameters[at]);
            }
            var _ = statement.execute();
        }
    }

    /** What was done holds, and whoever waits goes on. */
    public void ends() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
