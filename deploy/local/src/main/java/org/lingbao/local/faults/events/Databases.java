package org.lingbao.local.faults.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;
import org.lingbao.local.stack.ServiceDatabases;

/** The databases of all services that run, looked into from outside. */
record Databases(Ground ground) {
    /** How much is missing of what a service writes of its own accord, when nothing comes any more. */
    private static final Map<Service, String> STILL_TO_COME = Map.of(
            // its look through the work lists of the day, and figures to be folded
            Service.ENROLLMENT,
            """
            select (select count(*) from insured_change) + count(*) from business_day today
            where not exists (select from work_list_sweep swept where swept.day = today.day and swept.ended)""",
            // what was booked and is not sealed
            Service.CONTRIBUTION,
            "select count(*) from entry_set where not exists (select from chain_link l where l.entry_set_id = entry_set.entry_set_id)");

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
        return ground.databases().number(owner.cell(), owner.service(), sql);
    }

    /** The first column of what a query answers with, as text. */
    List<String> column(Owner owner, String sql) {
        return ground.databases().column(owner.cell(), owner.service(), sql);
    }

    /** Every row of every table. */
    Digest digest() {
        var sums = new TreeMap<String, Digest.Sum>();
        owners().forEach(owner -> sums.putAll(
                ground.databases().ask(owner.cell(), owner.service(), connection -> sums(owner, connection))));
        return new Digest(sums);
    }

    private static Map<String, Digest.Sum> sums(Owner owner, Connection connection) throws SQLException {
        var sums = new HashMap<String, Digest.Sum>();
        for (var table : ServiceDatabases.tables(connection)) {
            sums.put(owner + " " + table, sum(connection, table));
        }
        return sums;
    }

    private static Digest.Sum sum(Connection connection, String table) throws SQLException {
        var counted = ServiceDatabases.column(connection, """
                select count(*) || ' ' || coalesce(sum(cast(hashtextextended(cast(t.* as text), 0) as numeric)), 0)
                from "%s" t""".formatted(table))
                .getFirst()
                .split(" ");
        return new Digest.Sum(Long.parseLong(counted[0]), counted[1]);
    }

    /** What services have still to do of their own accord, for the day that they are in; those that have nothing are not there. */
    Map<String, Long> stillToCome() {
        var toCome = new TreeMap<String, Long>();
        STILL_TO_COME.forEach((service, sql) -> owners().stream()
                .filter(owner -> owner.service() == service)
                .forEach(owner -> toCome.put(owner.toString(), number(owner, sql))));
        toCome.values().removeIf(rows -> rows == 0);
        return toCome;
    }

    /** How many messages wait for an operator, all services together. */
    long parked() {
        return total("select count(*) from parked_message where released_at is null");
    }

    /** How much is still on its way out of each service: events and letters; those that have none are not there. */
    Map<String, Long> underWay() {
        var underWay = new TreeMap<String, Long>();
        owners().forEach(owner ->
                underWay.put(owner.toString(), number(owner, "select count(*) from outbox") + letters(owner)));
        underWay.values().removeIf(messages -> messages == 0);
        return underWay;
    }

    /** To cells that run; to others they wait for ever. */
    private long letters(Owner owner) {
        var partners =
                ground.cells().stream().map(cell -> "'" + cell.province() + "'").collect(Collectors.joining(", "));
        return owner.service() != Service.TRANSFER ? 0 : number(owner, """
                select count(*) from exchange_letter where answered_at is null and partner in (%s)""".formatted(partners));
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
}
