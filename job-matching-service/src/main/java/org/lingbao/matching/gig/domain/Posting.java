package org.lingbao.matching.gig.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/** Whether a gig may be posted (发布零工), with every reason why not. */
public sealed interface Posting {
    record Postable() implements Posting {}

    record Refused(List<Reason> reasons) implements Posting {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    sealed interface Reason {
        record NotAnEmployer() implements Reason {}

        record StartsInPast(LocalDate startsOn, LocalDate today) implements Reason {}

        record InnUnknown() implements Reason {}

        record InnElsewhere(Place inn) implements Reason {}
    }

    /**
     * What is known.
     *
     * @param registered whether the caller is registered as an employer
     * @param area the pooling area of the work
     * @param inn whether an inn is named
     * @param innArea that of the inn, if there is such an inn
     */
    record Facts(
            boolean registered,
            LocalDate startsOn,
            Place area,
            boolean inn,
            @Nullable Place innArea) {}

    static Posting of(Facts facts, LocalDate today) {
        var reasons = Stream.of(employer(facts), start(facts, today), inn(facts))
                .flatMap(Optional::stream)
                .toList();
        return reasons.isEmpty() ? new Postable() : new Refused(reasons);
    }

    private static Optional<Reason> employer(Facts facts) {
        return facts.registered() ? Optional.empty() : Optional.of(new Reason.NotAnEmployer());
    }

    private static Optional<Reason> start(Facts facts, LocalDate today) {
        return facts.startsOn().isBefore(today)
                ? Optional.of(new Reason.StartsInPast(facts.startsOn(), today))
                : Optional.empty();
    }

    private static Optional<Reason> inn(Facts facts) {
        var innArea = facts.innArea();
        if (!facts.inn()) {
            return Optional.empty();
        }
        if (innArea == null) {
            return Optional.of(new Reason.InnUnknown());
        }
        return innArea.equals(facts.area()) ? Optional.empty() : Optional.of(new Reason.InnElsewhere(innArea));
    }
}
