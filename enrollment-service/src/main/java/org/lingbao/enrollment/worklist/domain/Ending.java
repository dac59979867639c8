package org.lingbao.enrollment.worklist.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to somebody who says how a task ended: it is done, was done so already, or every reason why not. */
public sealed interface Ending {

    /** It is done. */
    record Done(Outcome outcome) implements Ending {}

    /** It was done already, with the same outcome. */
    record Known() implements Ending {}

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons) implements Ending {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    sealed interface Reason {
        /** The code of the catalogue. */
        String code();

        /** It was done otherwise. */
        record DoneOtherwise(Outcome outcome) implements Reason {
            @Override
            public String code() {
                return "TASK_DONE_OTHERWISE";
            }
        }

        /** No task of the kind ends so. */
        record NoOutcomeOf(Kind kind, List<Outcome> possible) implements Reason {
            public NoOutcomeOf {
                possible = List.copyOf(possible);
            }

            @Override
            public String code() {
                return "TASK_OUTCOME_UNFIT";
            }
        }
    }

    /** @param before how it was done before, if it was */
    static Ending of(Kind kind, @Nullable Outcome before, Outcome outcome) {
        if (outcome == before) {
            return new Known();
        }
        var reasons = new ArrayList<Reason>();
        if (before != null) {
            reasons.add(new Reason.DoneOtherwise(before));
        }
        if (!kind.outcomes().contains(outcome)) {
            reasons.add(new Reason.NoOutcomeOf(
                    kind, kind.outcomes().stream().sorted().toList()));
        }
        return reasons.isEmpty() ? new Done(outcome) : new Refused(reasons);
    }
}
