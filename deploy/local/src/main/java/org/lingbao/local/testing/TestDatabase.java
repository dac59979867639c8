package org.lingbao.local.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the database of this run beside the service, and damages it where a test wants that. Tests look thousands of
 * times, so connections are kept.
 */
public final class TestDatabase {
    private static final int VALID_SECONDS = 5;
    private static final Map<String, Queue<Connection>> IDLE = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /** A connection of the test's own, as the owner of the tables, with auto-commit on. */
    public static Connection connect() throws SQLException {
        return connect("extended");
    }

    /** @param mode of queries, as PostgreSQL's driver calls it */
    static Connection connect(String mode) throws SQLException {
        return connect(TestRun.USER, TestRun.PASSWORD, mode);
    }

    /** As the running service, who owns nothing. */
    static Connection connectAsService() throws SQLException {
        return connect(TestRun.SERVICE, TestRun.SERVICE_PASSWORD, "simple");
    }

    private static Connection connect(String user, String password, String mode) throws SQLException {
        var how = new Properties();
        how.setProperty("user", TestRun.get(user));
        how.setProperty("password", TestRun.get(password));
        how.setProperty("preferQueryMode", mode);
        return DriverManager.getConnection(TestRun.get(TestRun.JDBC_URL), how);
    }

    /** All rows, each with its columns in order. */
    public static List<Map<String, @Nullable Object>> query(String sql, Object... parameters) {
        return with(sql, parameters, statement -> {
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<Map<String, @Nullable Object>>();
                while (rows.next()) {
                    all.add(row(rows));
                }
                return all;
            }
        });
    }

    /** The first column of the only row as a whole number, for {@code select count(*)}. */
    public static long number(String sql, Object... parameters) {
        var rows = query(sql, parameters);
        if (rows.size() == 1 && rows.getFirst().values().iterator().next() instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("not one number: " + rows + " from: " + sql);
    }

    /** @return the number of rows changed */
    public static int execute(String sql, Object... parameters) {
        return with(sql, parameters, statement -> statement.execute() ? 0 : statement.getUpdateCount());
    }

    private interface Work<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** On a connection that was idle, or on a new one; after a failure nobody uses it again. */
    private static <T> T with(String sql, Object[] parameters, Work<T> work) {
        var idle = IDLE.computeIfAbsent(TestRun.get(TestRun.JDBC_URL), url -> new ConcurrentLinkedQueue<>());
        try {
            var connection = usable(idle.poll());
            try (var statement = prepare(connection, sql, parameters)) {
                var result = work.of(statement);
                idle.add(connection);
                return result;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
    }

    private static Connection usable(@Nullable Connection idle) throws SQLException {
        return idle != null && idle.isValid(VALID_SECONDS) ? idle : connect();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static Map<String, @Nullable Object> row(ResultSet rows) throws SQLException {
        var row = new LinkedHashMap<String, @Nullable Object>();
        var columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), rows.getObject(i));
        }
        return row;
    }
}
