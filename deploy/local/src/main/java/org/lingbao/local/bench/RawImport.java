package org.lingbao.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.lingbao.local.part.PartFailed;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * As PostgreSQL takes a register when nobody asks anything else of it: {@code COPY} of a file in which everything is sealed already
 * into a table of its own, and from there {@code INSERT … SELECT} of the rows that the service writes: persons, where they belong,
 * relations, figures, who is to be compared, and events. It reads no line, seals nothing, decides nothing and reports nothing.
 */
final class RawImport {
    private static final List<String> TABLES = List.of(
            "person", "person_area", "relation", "insured_month", "insured_year", "person_uncompared", "outbox");

    private static final String STAGE = """
            create table raw_staging (person uuid, relation uuid, identity_number bytea, identity_index bytea, name bytea,
                phone bytea, phone_index bytea, birth_date date, hukou text, community text, month date)""";

    /** Values as long as the service's. */
    private static final String SEALED = """
            copy (
                select uuidv7(), uuidv7(), substr(a || b, 1, 49), sha256(a), substr(b || a, 1, 40), substr(b || a, 1, 42), sha256(b),
                       date '1970-01-01' + n %% 11000, coalesce(left(community, 6), counties[n %% cardinality(counties) + 1]),
                       community, (date '2016-09-01' + make_interval(months => n / 7 %% 120))::date
                from (select array_agg(code) filter (where length(code) = 12) as communities,
                             array_agg(code) filter (where length(code) = 6 and code not like '%%00') as counties
                      from organisation where level <> 'EMPLOYER') o
                cross join generate_series(1, %d) n
                cross join lateral (select sha256(('a' || n)::bytea) as a, sha256(('b' || n)::bytea) as b,
                    case when n %% %d = 0 then communities[n / %<d %% cardinality(communities) + 1] end as community) sealed
            ) to stdout""";

    private static final List<String> SPREAD = List.of(
            """
            insert into raw_person (id, identity_number, identity_index, identity_kind, name, phone, phone_index, birth_date, sex,
                                    hukou, community, registered_on)
            select person, identity_number, identity_index, 'RESIDENT', name, phone, phone_index, birth_date, 'MALE', hukou,
                   community, date '2026-09-01' from raw_staging""",
            """
            insert into raw_person_area (person_id, place, because)
            select person, hukou, 'HUKOU' from raw_staging
            union all select person, community, 'COMMUNITY' from raw_staging where community is not null
            union all select person, hukou, 'RELATION' from raw_staging""",
            """
            insert into raw_relation (id, person_id, scheme, place, standing, from_month, last_payable_month, opened_on)
            select relation, person, 'EMPLOYEE', hukou, 'FLEXIBLE', month, date '2053-04-01', date '2026-09-01' from raw_staging""",
            """
            insert into raw_insured_month (area, scheme, standing, month, change)
            select coalesce(community, hukou), 'EMPLOYEE', 'FLEXIBLE', month, count(*) from raw_staging group by 1, month""",
            """
            insert into raw_insured_year (area, scheme, standing, year, change)
            select area, scheme, standing, extract(year from month), sum(change) from raw_insured_month group by 1, 2, 3, 4""",
            "insert into raw_person_uncompared (person_id) select person from raw_staging",
            """
            insert into raw_outbox (id, aggregatetype, aggregateid, type, payload)
            select uuidv7(), 'enrollment.person', person, 'enrollment.person-registered.v1',
                   json_build_object('personId', person, 'registeredOn', date '2026-09-01')::text from raw_staging
            union all
            select uuidv7(), 'enrollment.person', person, 'enrollment.person-area-added.v1',
                   json_build_object('personId', person, 'place', hukou)::text from raw_staging
            union all
            select uuidv7(), 'enrollment.person', person, 'enrollment.relation-opened.v1',
                   json_build_object('relationId', relation, 'personId', person, 'scheme', 'EMPLOYEE', 'place', hukou, 'standing',
                       'FLEXIBLE', 'from', to_char(month, 'YYYY-MM'), 'lastPayableMonth', '2053-04', 'openedOn',
                       date '2026-09-01')::text from raw_staging""");

    private final Sql sql;
    private final Path file;
    private final int persons;

    /** What {@code COPY} alone took, and all of it. */
    record Took(Duration copy, Duration all) {}

    RawImport(Sql sql, Path file, int persons) {
        this.sql = sql;
        this.file = file;
        this.persons = persons;
        sql.execute(STAGE);
        TABLES.forEach(table -> sql.execute("create table raw_%1$s (like %1$s including all)".formatted(table)));
        try (var connection = sql.connect();
                var out = Files.newOutputStream(file)) {
            var rows = copy(connection).copyOut(SEALED.formatted(persons, Population.COMMUNITY_EACH), out);
            assert rows == persons;
        } catch (SQLException | IOException e) {
            throw new PartFailed("What is copied cannot be made: " + e.getMessage(), e);
        }
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Each of the tables is empty. */
    void restore() {
        sql.execute(
                "truncate raw_staging, "
                        + TABLES.stream().map(table -> "raw_" + table).collect(Collectors.joining(", ")),
                "checkpoint");
    }

    Took work() {
        var begun = System.nanoTime();
        try (var connection = sql.connect();
                var in = Files.newInputStream(file)) {
            var rows = copy(connection).copyIn("copy raw_staging from stdin", in, 1 << 16);
            var copied = Duration.ofNanos(System.nanoTime() - begun);
            sql.execute("analyze raw_staging");
            sql.execute(SPREAD.toArray(String[]::new));
            var took = Duration.ofNanos(System.nanoTime() - begun);
            assert rows == persons;
            return new Took(copied, took);
        } catch (SQLException | IOException e) {
            throw new PartFailed("The copy failed: " + e.getMessage(), e);
        }
    }

    void prove() {
        var found = sql.number("select count(*) from raw_person join raw_relation on person_id = raw_person.id");
        if (found != persons) {
            throw new PartFailed("%,d raw persons instead of %,d".formatted(found, persons));
        }
    }
}
