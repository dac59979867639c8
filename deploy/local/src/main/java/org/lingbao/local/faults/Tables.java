package org.lingbao.local.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Service;

/** Reads the services' databases, and only reads. */
record Tables(Function<Service, LocalPostgres.Database> databases) {
    private static final String RECEIPTS = """
            select reference, receipt_number, outcome,
                   (select count(*) from entry_set s where s.receipt_id = r.receipt_id) as sets
            from receipt r where terminal = any(?)""";

    /** Those of the stack. */
    static Tables of(Ground ground) {
        return new Tables(service -> ground.databases().of(Load.CELL, service));
    }

    /** What is read of each row. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** All receipts of these terminals, by reference. */
    Map<String, List<Found.Receipt>> receipts(Collection<String> terminals) {
        var receipts = new HashMap<String, List<Found.Receipt>>();
        query(
                Service.CONTRIBUTION,
                RECEIPTS,
                row -> receipts.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(new Found.Receipt(row.getString(2), row.getString(3), row.getInt(4))),
                terminals.toArray());
        return receipts;
    }

    /** How many rows of a table have each value of a column. */
    Map<String, Integer> count(Service service, String table, String column) {
        var counts = new HashMap<String, Integer>();
        var sql = "select cast(%1$s as text), count(*) from %2$s group by %1$s".formatted(column, table);
        query(service, sql, row -> counts.put(row.getString(1), row.getInt(2)));
        return counts;
    }

    private void query(Service service, String sql, Reader reader, Object... texts) {
        try (var connection = databases.apply(service).connect();
                var statement = connection.prepareStatement(sql)) {
            connection.setReadOnly(true);
            if (texts.length > 0) {
                statement.setArray(1, connection.createArrayOf("text", texts));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new PartFailed("The tables of " + service.text() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
