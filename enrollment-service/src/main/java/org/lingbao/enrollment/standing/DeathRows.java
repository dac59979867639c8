package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Claim;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Document;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Recorded;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Why;
import org.lingbao.platform.identity.Caller;

/** The deaths of the table ending, the withdrawn ones, too, on the connection of a running transaction; the caller holds the person's lock. */
@ApplicationScoped
class DeathRows {
    private static final String FIND = """
            select day, evidence, withdrawn_because, withdrawn_evidence,
                   coalesce(recorded_issuer = $2 and recorded_subject = $3, false) as by_caller
            from ending where person_id = $1 and kind = 'DIED'""";

    private static final String WITHDRAW = """
            update ending set withdrawn_on = $2, withdrawn_because = $3, withdrawn_evidence = $4
            where person_id = $1 and kind = 'DIED' and withdrawn_on is null""";

    /**
     * What is known of a person's death.
     *
     * @param recorded the one that holds
     */
    record Known(@Nullable Recorded recorded, Collection<Claim> withdrawn) {
        Known {
            withdrawn = List.copyOf(withdrawn);
        }
    }

    Uni<Known> of(SqlConnection transaction, UUID person, Caller caller) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(person, caller.issuer(), caller.subject()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .map(rows -> new Known(
                        rows.stream()
                                .filter(row -> !isWithdrawn(row))
                                .findFirst()
                                .map(DeathRows::recorded)
                                .orElse(null),
                        rows.stream()
                                .filter(DeathRows::isWithdrawn)
                                .map(DeathRows::claim)
                                .toList()));
    }

    Uni<Void> withdraw(SqlConnection transaction, UUID person, Claim claim, LocalDate on) {
        return transaction
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(person, on, claim.why().name(), claim.shown().number()))
                .replaceWithVoid();
    }

    private static boolean isWithdrawn(Row row) {
        return row.getString("withdrawn_because") != null;
    }

    private static Recorded recorded(Row row) {
        return new Recorded(
                row.getLocalDate("day"), new Document(row.getString("evidence")), row.getBoolean("by_caller"));
    }

    private static Claim claim(Row row) {
        return new Claim(
                row.getLocalDate("day"),
                Why.valueOf(row.getString("withdrawn_because")),
                new Document(row.getString("withdrawn_evidence")));
    }
}
