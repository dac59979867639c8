package org.lingbao.matching.engagement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an engagement may lead to a hire (录用), with every reason why not. */
public sealed interface Hiring {
    record Hirable() implements Hiring {}

    record Refused(List<Reason> reasons) implements Hiring {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    sealed interface Reason {
        record NotByHousehold() implements Reason {}

        record BeforeWork() implements Reason {}

        record StartsTooEarly(LocalDate startsOn, LocalDate acceptedOn) implements Reason {}

        record Already() implements Reason {}
    }

    /** An engagement. @param company whether its employer is one; @param hired whether it has led to a hire */
    record Facts(boolean company, State state, LocalDate acceptedOn, boolean hired) {}

    static Hiring of(Facts facts, LocalDate startsOn) {
        var reasons = Stream.of(
                        when(!facts.company(), new Reason.NotByHousehold()),
                        when(!hasWorked(facts.state()), new Reason.BeforeWork()),
                        when(
                                startsOn.isBefore(facts.acceptedOn()),
                                new Reason.StartsTooEarly(startsOn, facts.acceptedOn())),
                        when(facts.hired(), new Reason.Already()))
                .flatMap(Optional::stream)
                .toList();
        return reasons.isEmpty() ? new Hirable() : new Refused(reasons);
    }

    private static boolean hasWorked(State state) {
        return switch (state) {
            case State.CheckedIn in -> true;
            case State.CheckedOut out -> true;
            case State.Completed() -> true;
            case State.Paid() -> true;
            case State.Accepted() -> false;
            case State.Cancelled by -> false;
            case State.NoShow() -> false;
        };
    }

    private static Optional<Reason> when(boolean so, Reason reason) {
        return so ? Optional.of(reason) : Optional.empty();
    }
}
