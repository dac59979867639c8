package org.lingbao.enrollment.worklist;

import jakarta.validation.constraints.NotNull;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.enrollment.worklist.domain.Outcome;

/** Says how a task ended; in a word of the list, so that no remark tells of a person what nobody asked. */
record OutcomeRequest(@NotNull @OneOf(Outcome.class) String outcome) {
    Outcome known() {
        return Outcome.valueOf(outcome);
    }
}
