package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Bridging;
import org.lingbao.enrollment.standing.domain.Change;
import org.lingbao.enrollment.standing.domain.EmploymentId;
import org.lingbao.enrollment.standing.domain.Ending;
import org.lingbao.enrollment.standing.domain.Facts;
import org.lingbao.enrollment.standing.domain.Facts.Employment;
import org.lingbao.enrollment.standing.domain.Facts.Joined;
import org.lingbao.enrollment.standing.domain.Facts.MovedOut;
import org.lingbao.enrollment.standing.domain.Kept;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.Pause;
import org.lingbao.enrollment.standing.domain.PauseId;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Stretch;
import org.lingbao.enrollment.standing.domain.Stretch.Key;
import org.lingbao.rules.employment.Spell;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** The facts of a person's standing and the relations that follow from them, on the connection of a running transaction. */
@ApplicationScoped
class StandingRows {
    private static final String RELATIONS = """
            select id, place, standing, from_month, to_month, last_payable_month, opened_on, root, after_employment, moved_on,
                   employment_id,
                   array(select lower(m) from unnest(paused) m) as paused_from,
                   array(select cast(upper(m) - interval '1 month' as date) from unnest(paused) m) as paused_to
            from relation where person_id = $1 and scheme = $2
              and (standing = 'FLEXIBLE' or employment_id is not null
                   or id in (select employment_id from employment where person_id = $1))""";

    private static final String EMPLOYMENTS = "select employment_id, place, starts_on, ended_on from employment"
            + " where person_id = $1 and withdrawn_on is null and $2 = any(schemes)";

    private static final String EMPLOYEES = """
            select from_month, to_month from relation
            where person_id = $1 and scheme = 'EMPLOYEE' and (to_month is null or to_month >= from_month)""";

    private static final String MOVED = "select completed_on, province from moved_out where person_id = $1";

    private static final String PAUSES = """
            select p.pause_id, p.relation_id, p.from_month, p.to_month
            from pause p join relation r on r.id = p.relation_id where r.person_id = $1 and r.scheme = $2""";

    private static final String PAUSE =
            "update relation set paused = cast(cast($2 as text) as datemultirange) where id = $1";

    private static final String PAID = "select month from paid_month where person_id = $1";

    /** Whoever paid a year has paid each of its months. */
    private static final String PAID_YEARS = """
            select make_date(year, month, 1) as month
            from paid_year cross join generate_series(1, 12) month where person_id = $1""";

    /** One that is kept for bridging names the relation for which it is. */
    private static final String END = """
            update relation r set from_month = $2, to_month = $3, closed_on = $4::date, closed_because = $5::text,
                bridged_by = case when $5::text = 'BRIDGED' then (
                    select e.id from relation e where e.person_id = r.person_id and e.scheme = 'EMPLOYEE'
                      and (e.to_month is null or e.to_month >= greatest(e.from_month, r.from_month))
                    order by e.from_month limit 1) end,
                bridged_on = case when $5::text = 'BRIDGED' then $4::date end
            where r.id = $1""";

    private static final String GO_ON = """
            update relation set from_month = $2, to_month = null, closed_on = null, closed_because = null,
                bridged_by = null, bridged_on = null where id = $1""";

    private static final String INSERT = """
            insert into relation (id, person_id, scheme, place, standing, from_month, to_month, last_payable_month, opened_on,
                                  root, after_employment, closed_on, closed_because, paused, employment_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
                    cast(cast($14 as text) as datemultirange), $15)""";

    private final EndingRows endings;

    StandingRows(EndingRows endings) {
        this.endings = endings;
    }

    Uni<List<Line>> relations(SqlConnection transaction, UUID person, Scheme scheme) {
        return transaction
                .preparedQuery(RELATIONS)
                .execute(Tuple.of(person, scheme.name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StandingRows::line)
                        .toList());
    }

    /** Employers and transfers are known of the employees' scheme alone, and what the person paid of both pension schemes. */
    Uni<Facts> facts(SqlConnection transaction, UUID person, Scheme scheme, List<Line> relations) {
        var joined = relations.stream().flatMap(line -> line.joined().stream()).collect(Collectors.toUnmodifiableSet());
        var whose = Tuple.of(person, scheme.name());
        return set(transaction, PAUSES, whose, StandingRows::pause)
                .chain(pauses -> endings(transaction, person, scheme, joined)
                        .chain(ends -> set(transaction, EMPLOYMENTS, whose, StandingRows::employment)
                                .map(employments -> new Facts(joined, employments, Set.of(), Set.of(), pauses, ends))))
                .chain(facts -> switch (scheme) {
                    case EMPLOYEE -> ofEmployees(transaction, person, facts);
                    case RESIDENT ->
                        paid(transaction, PAID_YEARS, person).map(paid -> facts.with(facts.movedOut(), paid));
                    case MEDICAL, INJURY -> Uni.createFrom().item(facts);
                });
    }

    private Uni<Set<Ending>> endings(SqlConnection transaction, UUID person, Scheme scheme, Set<Joined> joined) {
        var recorded = endings.of(transaction, person, scheme);
        return scheme == Scheme.RESIDENT
                ? recorded.chain(known -> set(transaction, EMPLOYEES, Tuple.of(person), StandingRows::months)
                        .map(employees -> Stream.concat(known.stream(), Bridging.of(joined, employees).stream())
                                .collect(Collectors.toUnmodifiableSet())))
                : recorded;
    }

    private static Months months(Row row) {
        var to = row.getLocalDate("to_month");
        return new Months(month(row.getLocalDate("from_month")), to == null ? null : month(to));
    }

    private static Uni<Facts> ofEmployees(SqlConnection transaction, UUID person, Facts facts) {
        return set(transaction, MOVED, Tuple.of(person), StandingRows::movedOut)
                .chain(moved -> paid(transaction, PAID, person).map(paid -> facts.with(moved, paid)));
    }

    private static Uni<Set<YearMonth>> paid(SqlConnection transaction, String query, UUID person) {
        return set(transaction, query, Tuple.of(person), row -> month(row.getLocalDate("month")));
    }

    Uni<Void> pause(SqlConnection transaction, Change.Paused paused) {
        return write(transaction, PAUSE, Arrays.asList(paused.id().value(), PausedMonths.written(paused.paused())));
    }

    Uni<Void> end(SqlConnection transaction, Change.Ended ended, LocalDate on) {
        return write(
                transaction,
                END,
                Arrays.asList(
                        ended.id().value(),
                        ended.from().atDay(1),
                        ended.to().atDay(1),
                        on,
                        ended.why().name()));
    }

    Uni<Void> goOn(SqlConnection transaction, Change.GoesOn goesOn) {
        return write(
                transaction,
                GO_ON,
                Arrays.asList(goesOn.id().value(), goesOn.from().atDay(1)));
    }

    Uni<Void> insert(
            SqlConnection transaction, UUID person, Scheme scheme, RelationId id, Stretch stretch, LocalDate on) {
        var months = stretch.months();
        var end = stretch.end();
        var resumed = stretch.key() instanceof Key.OfJoining joining ? joining : null;
        var after = resumed == null ? null : resumed.after();
        return write(
                transaction,
                INSERT,
                Arrays.asList(
                        id.value(),
                        person,
                        scheme.name(),
                        stretch.place().code(),
                        RelationRow.Payer.of(stretch.standing()).name(),
                        months.from().atDay(1),
                        firstDay(months.to()),
                        firstDay(stretch.standing().lastPayable()),
                        on,
                        resumed == null ? null : resumed.joined().value(),
                        after == null ? null : after.value(),
                        end == null ? null : on,
                        end == null ? null : end.name(),
                        PausedMonths.written(stretch.standing().paused()),
                        stretch.key() instanceof Key.OfInjury(var employment) ? employment.value() : null));
    }

    private static Uni<Void> write(SqlConnection transaction, String statement, List<@Nullable Object> values) {
        return transaction.preparedQuery(statement).execute(Tuple.from(values)).replaceWithVoid();
    }

    private static <T> Uni<Set<T>> set(SqlConnection transaction, String query, Tuple whose, Function<Row, T> read) {
        return transaction
                .preparedQuery(query)
                .execute(whose)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Employment employment(Row row) {
        return new Employment(
                new EmploymentId(row.getUUID("employment_id")),
                new Place(row.getString("place")),
                new Spell(row.getLocalDate("starts_on"), row.getLocalDate("ended_on")));
    }

    private static Pause pause(Row row) {
        var to = row.getLocalDate("to_month");
        return new Pause(
                new PauseId(row.getUUID("pause_id")),
                new RelationId(row.getUUID("relation_id")),
                month(row.getLocalDate("from_month")),
                to == null ? null : month(to));
    }

    private static MovedOut movedOut(Row row) {
        return new MovedOut(row.getLocalDate("completed_on"), new Place(row.getString("province")));
    }

    private static Line line(Row row) {
        var id = row.getUUID("id");
        var payer = RelationRow.Payer.valueOf(row.getString("standing"));
        var to = row.getLocalDate("to_month");
        var last = row.getLocalDate("last_payable_month");
        return new Line(
                new Kept(
                        new RelationId(id),
                        payer == RelationRow.Payer.EMPLOYED
                                ? employed(id, row.getUUID("employment_id"))
                                : joining(id, row.getUUID("root"), row.getUUID("after_employment")),
                        month(row.getLocalDate("from_month")),
                        to == null ? null : month(to),
                        PausedMonths.read(
                                row.getArrayOfLocalDates("paused_from"), row.getArrayOfLocalDates("paused_to"))),
                new Place(row.getString("place")),
                payer,
                last == null ? null : month(last),
                row.getLocalDate("opened_on"),
                row.getLocalDate("moved_on"));
    }

    private static Key employed(UUID id, @Nullable UUID injury) {
        return injury == null ? new Key.OfEmployment(new EmploymentId(id)) : new Key.OfInjury(new EmploymentId(injury));
    }

    private static Key joining(UUID id, @Nullable UUID root, @Nullable UUID after) {
        return root == null || after == null
                ? new Key.OfJoining(new RelationId(id), null)
                : new Key.OfJoining(new RelationId(root), new EmploymentId(after));
    }

    private static YearMonth month(LocalDate firstDay) {
        return YearMonth.from(firstDay);
    }

    private static @Nullable LocalDate firstDay(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }
}
