package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Scheme;

/** The table employment, on the connection of a running transaction; the caller holds the person's lock before writing. */
@ApplicationScoped
class EmploymentRows {
    private static final String COLUMNS =
            "employment_id, person_id, employer, place, starts_on, ended_on, origin, decided_on,"
                    + " withdrawn_on, schemes, part_time";

    private static final String INSERT = """
            insert into employment
                (employment_id, person_id, employer, place, starts_on, origin, decided_on, schemes, part_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (employment_id) do nothing""";

    private static final String FIND =
            "select " + COLUMNS + " from employment where employment_id = $1 and employer = $2";

    private static final String OPEN = "select exists (select from employment"
            + " where person_id = $1 and employer = $2 and withdrawn_on is null"
            + " and (ended_on is null or ended_on >= $3)) as open";

    /** All of the employer's that had begun by then: of two that tell of one employment none stays behind. */
    private static final String END = "update employment set ended_on = $3, end_declared_on = $4"
            + " where person_id = $1 and employer = $2 and ended_on is null and withdrawn_on is null and starts_on <= $3"
            + " returning " + COLUMNS;

    private static final String WITHDRAW = "update employment set withdrawn_on = $2 where employment_id = $1";

    /** How an employment became known. */
    enum Origin {
        DECLARED,
        ENGAGEMENT
    }

    /**
     * An employment as it is kept.
     *
     * @param withdrawnOn the day on which its employer took it back; null: it is one
     * @param schemes in which the employer insures the person
     * @param partTime whether the person works by the hour (非全日制)
     */
    record Kept(
            UUID id,
            UUID person,
            String employer,
            String place,
            LocalDate startsOn,
            @Nullable LocalDate endedOn,
            Origin origin,
            LocalDate decidedOn,
            @Nullable LocalDate withdrawnOn,
            Set<Scheme> schemes,
            boolean partTime) {
        Kept {
            schemes = Set.copyOf(schemes);
        }
    }

    /** @return whether it was not known yet */
    Uni<Boolean> insert(SqlConnection transaction, Kept employment) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(employment.id())
                        .addUUID(employment.person())
                        .addString(employment.employer())
                        .addString(employment.place())
                        .addLocalDate(employment.startsOn())
                        .addString(employment.origin().name())
                        .addLocalDate(employment.decidedOn())
                        .addArrayOfString(employment.schemes().stream()
                                .map(Scheme::name)
                                .sorted()
                                .toArray(String[]::new))
                        .addBoolean(employment.partTime()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The employment, if it is this employer's. */
    Uni<Optional<Kept>> find(SqlConnection transaction, UUID id, String employer) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(id, employer))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EmploymentRows::kept)
                        .findFirst());
    }

    /** Whether the employer employs the person on that day or later. */
    Uni<Boolean> isOpen(SqlConnection transaction, UUID person, String employer, LocalDate day) {
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.of(person, employer, day))
                .map(rows -> rows.iterator().next().getBoolean("open"));
    }

    /** @return those that ended by it */
    Uni<List<Kept>> end(SqlConnection transaction, Kept employment, LocalDate endedOn, LocalDate today) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(employment.person(), employment.employer(), endedOn, today))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EmploymentRows::kept)
                        .toList());
    }

    Uni<Void> withdraw(SqlConnection transaction, UUID id, LocalDate today) {
        return transaction.preparedQuery(WITHDRAW).execute(Tuple.of(id, today)).replaceWithVoid();
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.getUUID("employment_id"),
                row.getUUID("person_id"),
                row.getString("employer"),
                row.getString("place"),
                row.getLocalDate("starts_on"),
                row.getLocalDate("ended_on"),
                Origin.valueOf(row.getString("origin")),
                row.getLocalDate("decided_on"),
                row.getLocalDate("withdrawn_on"),
                Arrays.stream(row.getArrayOfStrings("schemes"))
                        .map(Scheme::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("part_time"));
    }
}
