package org.lingbao.matching.engagement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a worker may accept a gig (接受零工), with every reason why not. */
public sealed interface Acceptance {
    record Acceptable() implements Acceptance {}

    record Refused(List<Reason> reasons) implements Acceptance {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    sealed interface Reason {
        record NoConsent() implements Reason {}

        record NothingStated() implements Reason {}

        record OwnGig() implements Reason {}

        record Closed() implements Reason {}

        record Over(LocalDate endsOn) implements Reason {}

        record Full() implements Reason {}

        record Already() implements Reason {}

        record Overlaps(Days other) implements Reason {}
    }

    /** From the first day to the last, both included. */
    record Days(LocalDate from, LocalDate to) {}

    /** The worker. @param other an engagement on one of the gig's days; @param already one at this very gig */
    record Worker(
            boolean consents,
            boolean stated,
            boolean already,
            @Nullable Days other) {}

    /** The gig. @param own whether the worker offers it */
    record Gig(boolean own, boolean closed, boolean full, LocalDate endsOn) {}

    static Acceptance of(Worker worker, Gig gig, LocalDate today) {
        var reasons = Stream.of(
                        when(!worker.consents(), new Reason.NoConsent()),
                        when(!worker.stated(), new Reason.NothingStated()),
                        when(gig.own(), new Reason.OwnGig()),
                        when(worker.already(), new Reason.Already()),
                        when(gig.closed(), new Reason.Closed()),
                        when(gig.endsOn().isBefore(today), new Reason.Over(gig.endsOn())),
                        when(gig.full() && !worker.already(), new Reason.Full()),
                        Optional.ofNullable(worker.other()).<Reason>map(Reason.Overlaps::new))
                .flatMap(Optional::stream)
                .toList();
        return reasons.isEmpty() ? new Acceptable() : new Refused(reasons);
    }

    private static Optional<Reason> when(boolean so, Reason reason) {
        return so ? Optional.of(reason) : Optional.empty();
    }
}
