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
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Ending;
import org.lingbao.enrollment.standing.domain.EndingDecision.Cause;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Scheme;

/** The table ending, on the connection of a running transaction; the caller holds the person's lock before writing. */
@ApplicationScoped
class EndingRows {
    /** Of a document: neither a person's number nor a phone is of this form. */
    static final String EVIDENCE = "(?!.*[0-9]{11})[0-9A-Za-z/-]{1,64}";

    private static final String FIND = """
            select kind, day, relation_id from ending
            where person_id = $1 and withdrawn_on is null and (scheme is null or scheme = $2)""";

    private static final String INSERT = """
            insert into ending (ending_id, person_id, kind, day, scheme, relation_id, cause, evidence, recorded_on, recorded_issuer,
                                recorded_subject)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";

    /**
     * What is recorded with an ending.
     *
     * @param scheme of a pension
     * @param cause of a termination
     * @param evidence number of the document
     * @param by who recorded it
     */
    record Record(
            UUID person,
            Ending ending,
            @Nullable Scheme scheme,
            @Nullable Cause cause,
            String evidence,
            Caller by) {}

    /** What is recorded as ending the person's relations in the scheme. */
    Uni<Set<Ending>> of(SqlConnection transaction, UUID person, Scheme scheme) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(person, scheme.name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EndingRows::ending)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    Uni<Void> insert(SqlConnection transaction, Record entry, LocalDate today) {
        var scheme = entry.scheme();
        var cause = entry.cause();
        var written = written(entry.ending());
        List<@Nullable Object> values = Arrays.asList(
                Ids.next(),
                entry.person(),
                written.kind(),
                written.day(),
                scheme == null ? null : scheme.name(),
                written.relation(),
                cause == null ? null : cause.name(),
                entry.evidence(),
                today,
                entry.by().issuer(),
                entry.by().subject());
        return transaction.preparedQuery(INSERT).execute(Tuple.from(values)).replaceWithVoid();
    }

    private record Written(
            String kind, LocalDate day, @Nullable UUID relation) {}

    private static Written written(Ending ending) {
        return switch (ending) {
            case Ending.Died(var on) -> new Written("DIED", on, null);
            case Ending.Retired(var from) -> new Written("RETIRED", from.atDay(1), null);
            case Ending.Terminated(var joined, var on) -> new Written("TERMINATED", on, joined.value());
            case Ending.Bridged _ -> throw new IllegalStateException("it follows from the employees' relations");
        };
    }

    private static Ending ending(Row row) {
        var day = row.getLocalDate("day");
        return switch (row.getString("kind")) {
            case "DIED" -> new Ending.Died(day);
            case "RETIRED" -> new Ending.Retired(YearMonth.from(day));
            default -> new Ending.Terminated(new RelationId(row.getUUID("relation_id")), day);
        };
    }
}
