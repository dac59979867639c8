package org.lingbao.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * What the role of the running service may do in the database of this run, and what not. Tables that refuse changes are
 * those of the catalogue: a new one is tried as soon as it has its trigger.
 */
public final class ServiceRole {
    /** SQLSTATE of whoever lacks a privilege, or does not own what it wants to alter. */
    public static final String PERMISSION_DENIED = "42501";

    /** What came to pass. */
    public static final String DONE = "done";

    /** What a trigger that comes before a whole statement keeps from happening, and what would end it. */
    private static final String CLOSED = """
            select attempt from pg_trigger t
            join pg_class on pg_class.oid = tgrelid
            join lateral (select quote_ident(attname) as name from pg_attribute
                          where attrelid = tgrelid and attnum > 0 and attidentity = '' and attgenerated = '' limit 1) a on true
            cross join lateral (values
                (16, format('update %1$s set %2$s = %2$s', tgrelid::regclass, a.name)),
                (8, format('delete from %s', tgrelid::regclass)),
                (32, format('truncate %s cascade', tgrelid::regclass)),
                (56, format('alter table %s disable trigger %I', tgrelid::regclass, tgname)),
                (56, format('alter table %s disable trigger all', tgrelid::regclass)),
                (56, format('drop trigger %I on %s', tgname, tgrelid::regclass)),
                (56, format('alter table %s add column more text', tgrelid::regclass)),
                (56, format('drop table %s cascade', tgrelid::regclass))) as tried (by, attempt)
            where not tgisinternal and tgtype & 3 = 2 and tgtype & 56 <> 0 and tgtype & by <> 0""";

    /** Ways round the triggers that are no table's own. */
    private static final List<String> AROUND = List.of(
            "create table more (x int)",
            "create temporary table entry (x int)",
            "create schema more",
            "set session_replication_role = replica",
            "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
            "drop function refuse_change() cascade",
            "do 'begin grant update on audit to current_user; update audit set at = at; end'",
            "delete from flyway_schema_history",
            "drop schema public cascade");

    /** Every service has one, and it is append-only. */
    private static final Set<String> OF_AUDIT = Set.of(
            "update audit set at = at",
            "delete from audit",
            "truncate audit cascade",
            "alter table audit disable trigger audit_append_only",
            "drop table audit cascade");

    private ServiceRole() {}

    /**
     * Tries all of it, and leaves nothing behind.
     *
     * @return the attempts that were not refused for lack of a privilege, with what came to pass
     * @throws IllegalStateException when the audit's triggers were not found: then no table's were tried
     */
    public static Map<String, String> tooMuch() {
        var attempts = new ArrayList<>(AROUND);
        attempts.add("set role " + TestRun.get(TestRun.USER));
        TestDatabase.query(CLOSED).forEach(row -> attempts.add(String.valueOf(row.get("attempt"))));
        if (!attempts.containsAll(OF_AUDIT)) {
            throw new IllegalStateException("Not all of " + OF_AUDIT + " is tried: " + attempts);
        }
        var outcomes = each(attempts.stream());
        outcomes.values().removeIf(PERMISSION_DENIED::equals);
        return outcomes;
    }

    /** Tries these, one after the other and each for itself. */
    public static Map<String, String> each(Stream<String> statements) {
        var outcomes = new TreeMap<String, String>();
        try (var connection = TestDatabase.connectAsService()) {
            connection.setAutoCommit(false);
            statements.forEach(statement -> outcomes.put(statement, outcome(connection, statement)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return outcomes;
    }

    /**
     * Which statements of these classes (class and field) the service may not run. Triggers' and functions' own are not
     * seen: whoever calls them has to.
     *
     * @param classes the folder of a service's compiled classes
     * @throws IllegalStateException when the service may run none at all, or has none
     */
    public static List<String> lacking(Path classes) {
        var lacking = new ArrayList<String>();
        var may = new AtomicBoolean();
        try (var connection = TestDatabase.connectAsService();
                var files = Files.walk(classes)) {
            connection.setAutoCommit(false);
            files.flatMap(file -> WholeReads.constants(classes, file)).forEach(field -> {
                var planned = outcome(connection, "explain (generic_plan) " + WholeReads.text(field));
                may.compareAndSet(false, planned.equals(DONE));
                if (planned.equals(PERMISSION_DENIED)) {
                    lacking.add(WholeReads.name(field));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (!may.get()) {
            throw new IllegalStateException("Not one statement of " + classes + " could be planned");
        }
        return lacking;
    }

    private static String outcome(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            var unused = statement.execute(sql);
            return DONE;
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            rollBack(connection);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
