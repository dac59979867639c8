package org.lingbao.matching.engagement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.engagement.domain.Command;
import org.lingbao.matching.engagement.domain.State;
import org.lingbao.matching.engagement.domain.Transition;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Moves an engagement that is locked: decides, writes, and tells, in the transaction that runs. */
@ApplicationScoped
class Move {
    private static final String WRITE = """
            update engagement set state = $2, in_code = coalesce(in_code, $3), in_on = coalesce(in_on, $4),
                out_code = coalesce(out_code, $5), out_on = coalesce(out_on, $6),
                completed_on = coalesce(completed_on, $7), ended_on = coalesce(ended_on, $8),
                paid_on = $9, paid_fen = $10, paid_how = $11, paid_proof = $12
            where engagement_id = $1""";

    private static final String GIVE_BACK = "update gig set taken = taken - 1 where gig_id = $1";

    private final Outbox outbox;
    private final Engagements engagements;
    private final BusinessDay day;

    Move(Outbox outbox, Engagements engagements, BusinessDay day) {
        this.outbox = outbox;
        this.engagements = engagements;
        this.day = day;
    }

    /** What the employer noted. */
    record Paid(long fen, String how, @Nullable String proof) {}

    /**
     * Does what the command asks for.
     *
     * @param byCode what else speaks against it
     * @throws ProblemException 422 with every reason
     */
    Uni<EngagementView> to(
            SqlConnection transaction, Row row, Command command, List<Violation> byCode, @Nullable Paid paid) {
        var today = day.today();
        return switch (Transition.of(Status.factsOf(row), command, today)) {
            case Transition.Unchanged() -> engagements.again(transaction, row.getUUID("engagement_id"));
            case Transition.Refused(var reasons) -> throw new ProblemException(Refusals.ofMove(byCode, reasons));
            case Transition.Moved(var state)
            when !byCode.isEmpty() -> throw new ProblemException(Refusals.ofMove(byCode, List.of()));
            case Transition.Moved(var state) ->
                write(transaction, row, state, today, paid)
                        .chain(() -> tell(transaction, row, state, today))
                        .chain(() -> engagements.again(transaction, row.getUUID("engagement_id")));
        };
    }

    private static Uni<Void> write(
            SqlConnection transaction, Row row, State state, LocalDate today, @Nullable Paid paid) {
        var ends = state instanceof State.Cancelled || state instanceof State.NoShow;
        var values = Tuple.from(Arrays.asList(
                row.getUUID("engagement_id"),
                Status.of(state).name(),
                state instanceof State.CheckedIn in ? in.code().value() : null,
                state instanceof State.CheckedIn ? today : null,
                state instanceof State.CheckedOut out ? out.code().value() : null,
                state instanceof State.CheckedOut ? today : null,
                state instanceof State.Completed ? today : null,
                ends ? today : null,
                paid == null ? null : today,
                paid == null ? null : paid.fen(),
                paid == null ? null : paid.how(),
                paid == null ? null : paid.proof()));
        var written = transaction.preparedQuery(WRITE).execute(values).replaceWithVoid();
        return ends
                ? written.chain(() -> transaction
                        .preparedQuery(GIVE_BACK)
                        .execute(Tuple.of(row.getUUID("gig_id")))
                        .replaceWithVoid())
                : written;
    }

    private Uni<Void> tell(SqlConnection transaction, Row row, State state, LocalDate today) {
        var id = row.getUUID("engagement_id");
        UUID gig = row.getUUID("gig_id");
        UUID person = row.getUUID("person_id");
        var place = row.getString("place");
        return switch (state) {
            case State.CheckedIn in ->
                outbox.append(
                        transaction,
                        EngagementStartedV1.TYPE,
                        id,
                        new EngagementStartedV1(id, gig, person, place, today));
            case State.Completed() ->
                outbox.append(
                        transaction,
                        EngagementCompletedV1.TYPE,
                        id,
                        new EngagementCompletedV1(id, gig, person, place, today));
            default -> Uni.createFrom().voidItem();
        };
    }
}
