package org.lingbao.matching.engagement;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.engagement.domain.CodeId;
import org.lingbao.matching.engagement.domain.Side;
import org.lingbao.matching.engagement.domain.State;
import org.lingbao.matching.engagement.domain.Transition;

/** A {@link State} as the database and callers have it. */
public enum Status {
    ACCEPTED,
    CHECKED_IN,
    CHECKED_OUT,
    COMPLETED,
    PAID,
    CANCELLED_BY_WORKER,
    CANCELLED_BY_EMPLOYER,
    NO_SHOW;

    /** A condition of a query: the worker's days are taken by this row of {@code engagement}. */
    public static String takesDays(String row) {
        return row + ".state not in ('CANCELLED_BY_WORKER', 'CANCELLED_BY_EMPLOYER', 'NO_SHOW')";
    }

    static Status of(State state) {
        return switch (state) {
            case State.Accepted() -> ACCEPTED;
            case State.CheckedIn in -> CHECKED_IN;
            case State.CheckedOut out -> CHECKED_OUT;
            case State.Completed() -> COMPLETED;
            case State.Paid() -> PAID;
            case State.Cancelled(var by) -> by == Side.WORKER ? CANCELLED_BY_WORKER : CANCELLED_BY_EMPLOYER;
            case State.NoShow() -> NO_SHOW;
        };
    }

    static State stateOf(Row row) {
        return switch (Status.valueOf(row.getString("state"))) {
            case ACCEPTED -> new State.Accepted();
            case CHECKED_IN -> new State.CheckedIn(new CodeId(row.getUUID("in_code")));
            case CHECKED_OUT -> new State.CheckedOut(new CodeId(row.getUUID("out_code")));
            case COMPLETED -> new State.Completed();
            case PAID -> new State.Paid();
            case CANCELLED_BY_WORKER -> new State.Cancelled(Side.WORKER);
            case CANCELLED_BY_EMPLOYER -> new State.Cancelled(Side.EMPLOYER);
            case NO_SHOW -> new State.NoShow();
        };
    }

    static Transition.Facts factsOf(Row row) {
        return new Transition.Facts(
                stateOf(row),
                row.getLocalDate("engaged_from"),
                row.getLocalDate("engaged_to"),
                code(row.getUUID("in_code")),
                code(row.getUUID("out_code")));
    }

    private static @Nullable CodeId code(@Nullable UUID id) {
        return id == null ? null : new CodeId(id);
    }
}
