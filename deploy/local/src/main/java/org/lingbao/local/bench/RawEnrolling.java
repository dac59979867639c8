package org.lingbao.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.lingbao.local.part.PartFailed;

/**
 * Writes, with one prepared statement over one JDBC connection, all rows that an accepted application writes: the key with its
 * answer, the relation, the area from where it is seen, what changes in the figures, the application with its decision and the
 * event. It decides nothing, looks nothing up and is told nothing.
 */
final class RawEnrolling implements Crew.Worker {
    private static final List<String> TABLES =
            List.of("idempotency", "relation", "person_area", "insured_change", "application", "outbox");

    private static final String WRITE = """
            with claimed as (
                insert into raw_idempotency (client, operation, key, body_hash, status, location, body)
                values ('li.clerk', 'enroll', ?, ?, 201, ?, ?)
            ), opened as (
                insert into raw_relation (id, person_id, scheme, place, standing, from_month, last_payable_month, opened_on)
                values (?, ?, 'EMPLOYEE', '370700', 'FLEXIBLE', ?, ?, ?)
            ), seen as (
                insert into raw_person_area (person_id, place, because) values (?, '370700', 'RELATION') on conflict do nothing
            ), counted as (
                insert into raw_insured_change (area, scheme, standing, month, change)
                values ('370700', 'EMPLOYEE', 'FLEXIBLE', ?, 1)
            ), kept as (
                insert into raw_application (id, person_id, scheme, place, category, facts, outcome, ground, findings, decision,
                    relation_id, from_month, receipt_number, verification_code, channel, client, actor_issuer, actor_subject,
                    operator_place, decided_on)
                values (?, ?, 'EMPLOYEE', '370700', 'OTHER_FLEXIBLE', cast(? as jsonb), 'ACCEPTED', 'HUKOU', cast(? as jsonb),
                    cast(? as jsonb), ?, ?, ?, ?, 'AGENCY_COUNTER', 'lingbao-app', ?, ?, '370700', ?)
            ), told as (
                insert into raw_outbox (id, aggregatetype, aggregateid, type, payload)
                values (?, 'enrollment.person', ?, 'enrollment.person-area-added.v1', ?)
            )
            insert into raw_outbox (id, aggregatetype, aggregateid, type, payload)
            values (?, 'enrollment.person', ?, 'enrollment.relation-opened.v1', ?)""";

    private static final LocalDate MONTH = LocalDate.parse(Town.MONTH + "-01");
    private static final LocalDate LAST_MONTH = LocalDate.of(2053, 4, 1);
    private static final int HASH_BYTES = 32;

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<UUID> persons;
    private final Sample sample;

    /** What the service wrote for one of them. */
    record Sample(String facts, String findings, String decision, String answer, String event) {
        static Sample of(Sql sql, UUID person) {
            return sql.rows(
                            """
                            select a.facts::text, a.findings::text, a.decision::text, i.body
                            from application a join idempotency i on i.location like '%' || a.id
                            where a.person_id = cast(? as uuid)""",
                            row -> new Sample(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    event(person)),
                            person.toString())
                    .getFirst();
        }

        private static String event(UUID person) {
            return """
                    {"relationId" : "%1$s", "personId" : "%1$s", "scheme" : "EMPLOYEE", "place" : "370700",\
                     "standing" : "FLEXIBLE", "fromMonth" : "2026-09", "lastPayableMonth" : "2053-04",\
                     "openedOn" : "2026-09-01"}""".formatted(person);
        }
    }

    RawEnrolling(Sql sql, List<UUID> persons, Sample sample) {
        this.persons = persons;
        this.sample = sample;
        this.connection = sql.connect();
        try {
            this.statement = connection.prepareStatement(WRITE);
        } catch (SQLException e) {
            throw new PartFailed("The raw statement cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** Makes tables with the same columns, checks and indexes, but without references and triggers. */
    static void makeTables(Sql sql) {
        TABLES.forEach(table -> sql.execute("create table raw_%1$s (like %1$s including all)".formatted(table)));
    }

    /** Nothing is written yet but what the service's own tables have. */
    static void restore(Sql sql) {
        for (var table : TABLES) {
            sql.execute("truncate raw_" + table);
            if (!table.equals("outbox")) {
                sql.execute("insert into raw_%1$s overriding user value select * from %1$s".formatted(table));
            }
            sql.execute("vacuum analyze raw_" + table);
        }
        sql.execute("checkpoint");
    }

    /** How many relations and applications there are. */
    static long written(Sql sql) {
        var relations = sql.number("select count(*) from raw_relation");
        var applications = sql.number("select count(*) from raw_application");
        if (relations != applications) {
            throw new PartFailed("%,d raw relations and %,d applications".formatted(relations, applications));
        }
        return relations;
    }

    @Override
    public void work(int piece) throws SQLException {
        var person = persons.get(piece);
        var random = ThreadLocalRandom.current();
        var relation = UuidsInTime.next(random);
        var application = UuidsInTime.next(random);
        var hash = new byte[HASH_BYTES];
        random.nextBytes(hash);
        var row = new Row(statement);
        row.of(person.toString(), hash, "/enrollments/" + application, sample.answer());
        row.of(relation, person, MONTH, LAST_MONTH, MONTH, person, MONTH);
        row.of(application, person, sample.facts(), sample.findings(), sample.decision(), relation, MONTH);
        row.of("37-" + application, "E" + application, "issuer", "li.clerk", MONTH);
        row.of(UuidsInTime.next(random), person, sample.event(), UuidsInTime.next(random), person, sample.event());
        var written = statement.executeUpdate();
        assert written == 1;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It has ended already.
        }
    }
}
