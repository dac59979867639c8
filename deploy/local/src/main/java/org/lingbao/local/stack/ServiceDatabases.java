package org.lingbao.local.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.PartFailed;

/** The databases of the stack's services, looked into by the server's superuser. */
public record ServiceDatabases(Home home, PortPlan ports) {
    /** What is asked over one connection. */
    @FunctionalInterface
    public interface Questions<T> {
        T ask(Connection connection) throws SQLException;
    }

    public LocalPostgres.Database of(Cell cell, Service service) {
        return LocalPostgres.administered(home.data("postgres"), ports.postgres(), service.database(cell));
    }

    /** Asks, and changes nothing. */
    public <T> T ask(Cell cell, Service service, Questions<T> questions) {
        try (var connection = of(cell, service).connect()) {
            connection.setReadOnly(true);
            return questions.ask(connection);
        } catch (SQLException e) {
            throw new PartFailed(
                    "The database of %s %d cannot be read: %s".formatted(service.text(), cell.number(), e.getMessage()),
                    e);
        }
    }

    public List<String> column(Cell cell, Service service, String sql) {
        return ask(cell, service, connection -> column(connection, sql));
    }

    public long number(Cell cell, Service service, String sql) {
        return ask(cell, service, connection -> number(connection, sql));
    }

    /** The names of all tables. */
    public static List<String> tables(Connection connection) throws SQLException {
        return column(connection, "select tablename from pg_tables where schemaname = 'public'");
    }

    /** The first column of what a query answers with, as text. */
    public static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    /** The one number that a query answers with. */
    public static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(column(connection, sql).getFirst());
    }
}
