package org.lingbao.enrollment.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.worklist.domain.Outcome;
import org.lingbao.rules.trace.Status;

/**
 * A signal with what it rests on; ids, and nothing of whose they are.
 *
 * @param terminal behind the enrollments, of kind DEVICE
 * @param operator subject of the login behind them, of kind OPERATOR
 * @param area the smallest in which the enrollments lay when it was noticed
 * @param persons how many different ones
 * @param threshold by which it was noticed
 * @param detail what it says
 * @param next what a clerk does
 * @param taskId by which its outcome is recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignalView(
        UUID signalId,
        Behind kind,
        @Nullable String terminal,
        @Nullable String operator,
        String area,
        long persons,
        long enrollments,
        LocalDate firstOn,
        LocalDate lastOn,
        LocalDate seenOn,
        Threshold threshold,
        Saying detail,
        Saying next,
        UUID taskId,
        String heldBy,
        @Nullable LocalDate dueOn,
        Review state,
        @Nullable Outcome outcome,
        @Nullable LocalDate doneOn) {

    /** Whether it is still to be looked at. */
    enum Review {
        OPEN,
        DONE
    }

    /**
     * @param from when it holds
     * @param persons from so many on
     * @param days within so many
     * @param status how sure it is
     */
    record Threshold(LocalDate from, int persons, int days, Status status) {}

    record Saying(String zh, String en) {}

    /** @param next after which to go on; absent where there are no more */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signals(List<SignalView> signals, @Nullable UUID next) {}

    /**
     * @param enrollmentIds the enrollments that it is about
     * @param all whether these are all
     */
    record Evidence(SignalView signal, List<UUID> enrollmentIds, boolean all) {}
}
