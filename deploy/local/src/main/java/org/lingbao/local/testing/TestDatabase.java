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
import org.jspecify.annotations.Nullable;

/** Looks into the database of this run beside the service, and damages it where a test wants that. */
public final class TestDatabase {
    private TestDatabase() {}

    /** A connection of the test's own, as the service's role, with auto-commit on. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                TestRun.get(TestRun.JDBC_URL), TestRun.get(TestRun.USER), TestRun.get(TestRun.PASSWORD));
    }

    /** All rows, each with its columns in order. */
    public static List<Map<String, @Nullable Object>> query(String sql, Object... parameters) {
        try (var connection = connect();
                var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var all = new ArrayList<Map<String, @Nullable Object>>();
            while (rows.next()) {
                all.add(row(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
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
        try (var connection = connect();
                var statement = prepare(connection, sql, parameters)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
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
