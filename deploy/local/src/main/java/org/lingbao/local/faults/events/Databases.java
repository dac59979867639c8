package org.lingbao.local.faults.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;

/** The databases of all services that run, looked into from outside. */
record Databases(Ground ground) {
    /** One service in one cell. */
    record Owner(Cell cell, Service service) {
        /** As the stack's report names it. */
        @Override
        public String toString() {
            return service.text() + " " + cell.number();
        }
    }

    List<Owner> owners() {
        return ground.cells().stream()
                .flatMap(cell -> Stream.of(Service.values()).map(service -> new Owner(cell, service)))
                .toList();
    }

    /** The one number that a query answers with. */
    long number(Owner owner, String sql) {
        return Long.parseLong(column(owner, sql).getFirst());
    }

    /** The first column of what a query answers with, as text. */
    List<String> column(Owner owner, String sql) {
        try (var connection = connect(owner)) {
            return column(connection, sql);
        } catch (SQLException e) {
            throw new PartFailed("The database of " + owner + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Every row of every table. */
    Digest digest() {
        var sums = new TreeMap<String, Digest.Sum>();
        for (var owner : owners()) {
            try (var connection = connect(owner)) {
                for (var table : column(connection, "select tablename from pg_tables where schemaname = 'public'")) {
                    sums.put(owner + " " + table, sum(connection, table));
                }
            } catch (SQLException e) {
                throw new PartFailed("The tables of " + owner + " cannot be read: " + e.getMessage(), e);
            }
        }
        return new Digest(sums);
    }

    private static Digest.Sum sum(Connection connection, String table) throws SQLException {
        var counted = column(connection, """
                select count(*) || ' ' || coalesce(sum(cast(hashtextextended(cast(t.* as text), 0) as numeric)), 0)
                from "%s" t""".formatted(table)).getFirst().split(" ");
        return new Digest.Sum(Long.parseLong(counted[0]), counted[1]);
    }

    /** How many messages wait for an operator, all services together. */
    long parked() {
        return total("select count(*) from parked_message where released_at is null");
    }

    /** How much is still on its way out of the services: events and letters. */
    long underWay() {
        return total("select count(*) from outbox") + letters();
    }

    /** To cells that run; to others they wait for ever. */
    private long letters() {
        var partners =
                ground.cells().stream().map(cell -> "'" + cell.province() + "'").collect(Collectors.joining(", "));
        return owners().stream()
                .filter(owner -> owner.service() == Service.TRANSFER)
                .mapToLong(owner -> number(owner, """
                        select count(*) from exchange_letter where answered_at is null and partner in (%s)""".formatted(partners)))
                .sum();
    }

    /** Records that were parked once, whatever became of them: topic, partition and offset. */
    Set<String> everParked() {
        var places = new HashSet<String>();
        owners().forEach(owner -> places.addAll(
                column(owner, "select topic || '/' || partition || '@' || record_offset from parked_message")));
        return places;
    }

    private long total(String sql) {
        return owners().stream().mapToLong(owner -> number(owner, sql)).sum();
    }

    private Connection connect(Owner owner) throws SQLException {
        return LocalPostgres.administered(
                        ground.home().data("postgres"),
                        ground.ports().postgres(),
                        owner.service().database(owner.cell()))
                .connect();
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
