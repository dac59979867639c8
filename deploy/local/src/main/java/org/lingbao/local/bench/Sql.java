package org.lingbao.local.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.ServiceDatabases;

/** The database of the service that is measured, as its administrator sees it. */
final class Sql {
    private static final long OUTBOX_LIMIT_NANOS = 600_000_000_000L;

    private final LocalPostgres.Database database;
    private final Connection connection;

    Sql(Ground ground) {
        database = new ServiceDatabases(ground.home(), ground.ports()).of(Ground.CELL, ground.service());
        connection = connect();
    }

    /** What is read of each row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Another connection, which keeps its prepared statements, and one plan of each. */
    Connection connect() {
        var properties = new Properties();
        properties.put("user", database.user());
        properties.put("password", database.password());
        properties.put("prepareThreshold", "1");
        properties.put("options", "-c plan_cache_mode=force_generic_plan");
        try {
            return DriverManager.getConnection(database.jdbcUrl(), properties);
        } catch (SQLException e) {
            throw new PartFailed("The database " + database.name() + " does not answer: " + e.getMessage(), e);
        }
    }

    /** One after the other, each with a commit of its own. */
    void execute(String... statements) {
        for (var sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new PartFailed("The benchmark's statement failed: " + e.getMessage() + "; it is " + sql, e);
            }
        }
    }

    long number(String sql, Object... parameters) {
        return rows(sql, row -> row.getLong(1), parameters).getFirst();
    }

    /** @param parameters texts, numbers, ids, or arrays of texts */
    <T> List<T> rows(String sql, Reader<T> reader, Object... parameters) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            var read = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new PartFailed("The benchmark's question failed: " + e.getMessage() + "; it is " + sql, e);
        }
    }

    /** Until everything has been published. */
    void awaitOutbox() {
        var begun = System.nanoTime();
        while (number("select count(*) from (select position from outbox order by position limit 1) one") > 0) {
            if (System.nanoTime() - begun > OUTBOX_LIMIT_NANOS) {
                throw new PartFailed("The outbox is not empty after ten minutes; the service's log tells why.");
            }
            Pause.millis(20);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (var at = 0; at < parameters.length; at++) {
            if (parameters[at] instanceof String[] texts) {
                statement.setArray(at + 1, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(at + 1, parameters[at]);
            }
        }
    }
}
