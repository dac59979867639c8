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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Change;
import org.lingbao.enrollment.standing.domain.EmploymentId;
import org.lingbao.enrollment.standing.domain.Facts;
import org.lingbao.enrollment.standing.domain.Facts.Employment;
import org.lingbao.enrollment.standing.domain.Facts.Joined;
import org.lingbao.enrollment.standing.domain.Facts.MovedOut;
import org.lingbao.enrollment.standing.domain.Kept;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Stretch;
import org.lingbao.enrollment.standing.domain.Stretch.Key;
import org.lingbao.rules.employment.Spell;
import org.lingbao.rules.value.Place;

/** The facts of a person's standing and the relations that follow from them, on the connection of a running transaction. */
@ApplicationScoped
class StandingRows {
    private static final String RELATIONS = """
            select id, place, standing, from_month, to_month, last_payable_month, opened_on, root, after_employment, moved_on
            from relation where person_id = $1 and scheme = 'EMPLOYEE'
              and (standing = 'FLEXIBLE' or id in (select employment_id from employment where person_id = $1))""";

    private static final String EMPLOYMENTS =
            "select employment_id, place, starts_on, ended_on from employment where person_id = $1";

    private static final String MOVED = "select completed_on, province from moved_out where person_id = $1";

    private static final String PAID = "select month from paid_month where person_id = $1";

    private static final String END = """
            update relation set from_month = $2, to_month = $3, closed_on = $4, closed_because = $5 where id = $1""";

    private static final String GO_ON = """
            update relation set from_month = $2, to_month = null, closed_on = null, closed_because = null where id = $1""";

    private static final String INSERT = """
            insert into relation (id, person_id, scheme, place, standing, from_month, to_month, last_payable_month, opened_on,
                                  root, after_employment, closed_on, closed_because)
            values ($1, $2, 'EMPLOYEE', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    /**
     * A relation as it is kept.
     *
     * @param relation id and months
     */
    record Line(
            Kept relation,
            Place place,
            RelationRow.Payer payer,
            @Nullable YearMonth lastPayable,
            LocalDate openedOn,
            @Nullable LocalDate movedOn) {

        Optional<Joined> joined() {
            return relation.key() instanceof Key.OfJoining(var id, var after) && after == null
                    ? Optional.of(new Joined(id, place, relation.from(), lastPayable, openedOn, movedOn))
                    : Optional.empty();
        }
    }

    Uni<List<Line>> relations(SqlConnection transaction, UUID person) {
        return transaction
                .preparedQuery(RELATIONS)
                .execute(Tuple.of(person))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StandingRows::line)
                        .toList());
    }

    Uni<Facts> facts(SqlConnection transaction, UUID person, List<Line> relations) {
        var joined = relations.stream().flatMap(line -> line.joined().stream()).collect(Collectors.toUnmodifiableSet());
        return set(transaction, EMPLOYMENTS, person, StandingRows::employment)
                .chain(employments -> set(transaction, MOVED, person, StandingRows::movedOut)
                        .chain(moved -> set(transaction, PAID, person, row -> month(row.getLocalDate("month")))
                                .map(paid -> new Facts(joined, employments, moved, paid))));
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

    Uni<Void> insert(SqlConnection transaction, UUID person, RelationId id, Stretch stretch, LocalDate on) {
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
                        stretch.place().code(),
                        RelationRow.Payer.of(stretch.standing()).name(),
                        months.from().atDay(1),
                        firstDay(months.to()),
                        firstDay(stretch.standing().lastPayable()),
                        on,
                        resumed == null ? null : resumed.joined().value(),
                        after == null ? null : after.value(),
                        end == null ? null : on,
                        end == null ? null : end.name()));
    }

    private static Uni<Void> write(SqlConnection transaction, String statement, List<@Nullable Object> values) {
        return transaction.preparedQuery(statement).execute(Tuple.from(values)).replaceWithVoid();
    }

    private static <T> Uni<Set<T>> set(SqlConnection transaction, String query, UUID person, Function<Row, T> read) {
        return transaction
                .preparedQuery(query)
                .execute(Tuple.of(person))
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
                                ? new Key.OfEmployment(new EmploymentId(id))
                                : joining(id, row.getUUID("root"), row.getUUID("after_employment")),
                        month(row.getLocalDate("from_month")),
                        to == null ? null : month(to)),
                new Place(row.getString("place")),
                payer,
                last == null ? null : month(last),
                row.getLocalDate("opened_on"),
                row.getLocalDate("moved_on"));
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
