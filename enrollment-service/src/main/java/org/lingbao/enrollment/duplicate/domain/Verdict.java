package org.lingbao.enrollment.duplicate.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer to somebody who says what a possible match is: so it is decided, or every reason why it is not. */
public sealed interface Verdict {

    /** Two persons. */
    record Apart() implements Verdict {}

    /** One person: the first is merged into the second. */
    record Merged(PersonId merged, PersonId survivor) implements Verdict {}

    /** One person, as they have been since another merge; there is nothing to merge. */
    record One(PersonId survivor) implements Verdict {}

    /** It was decided so already. */
    record Known() implements Verdict {}

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons) implements Verdict {
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

        /** It was decided otherwise. */
        record DecidedOtherwise(Word word) implements Reason {
            @Override
            public String code() {
                return "MATCH_DECIDED_OTHERWISE";
            }
        }

        /** They are one person since another merge: they cannot be said to be two. */
        record AlreadyOne() implements Reason {
            @Override
            public String code() {
                return "MATCH_ALREADY_ONE";
            }
        }

        /** Who of the two remains was not said. */
        record SurvivorMissing() implements Reason {
            @Override
            public String code() {
                return "MATCH_SURVIVOR_MISSING";
            }
        }

        /** Somebody else was said to remain, or somebody of two who are to stay two. */
        record SurvivorUnfit() implements Reason {
            @Override
            public String code() {
                return "MATCH_SURVIVOR_UNFIT";
            }
        }

        /**
         * Money of who is to be merged is booked, and no entry is ever rewritten.
         *
         * @param both whether the survivor has money, too: then neither can be merged
         */
        record MergedHasMoney(boolean both) implements Reason {
            @Override
            public String code() {
                return both ? "MATCH_BOTH_HAVE_MONEY" : "MATCH_MERGED_HAS_MONEY";
            }
        }

        /** A pause, a pension or a death of who is to be merged is recorded, which would be of nobody then. */
        record MergedIsRecorded() implements Reason {
            @Override
            public String code() {
                return "MATCH_MERGED_RECORDED";
            }
        }

        /**
         * An employer has declared who is to be merged.
         *
         * @param both whether one has declared the survivor, too
         */
        record MergedIsEmployed(boolean both) implements Reason {
            @Override
            public String code() {
                return both ? "MATCH_BOTH_EMPLOYED" : "MATCH_MERGED_EMPLOYED";
            }
        }
    }

    /**
     * Decides it.
     *
     * @param before what was decided before, if anything was
     * @param survivor who is said to remain
     */
    static Verdict of(Party first, Party second, @Nullable Word before, Word word, @Nullable PersonId survivor) {
        var one = first.today().equals(second.today());
        if (before == word && (survivor == null || one && survivor.equals(first.today()))) {
            return new Known();
        }
        var reasons = new ArrayList<Reason>();
        if (before != null && before != word) {
            reasons.add(new Reason.DecidedOtherwise(before));
        }
        return switch (word) {
            case DIFFERENT -> apart(reasons, one, survivor);
            case SAME -> one ? one(reasons, first.today(), survivor) : merged(reasons, first, second, survivor);
        };
    }

    private static Verdict one(List<Reason> reasons, PersonId today, @Nullable PersonId survivor) {
        if (survivor != null && !survivor.equals(today)) {
            reasons.add(new Reason.SurvivorUnfit());
        }
        return reasons.isEmpty() ? new One(today) : new Refused(reasons);
    }

    private static Verdict apart(List<Reason> reasons, boolean one, @Nullable PersonId survivor) {
        if (one) {
            reasons.add(new Reason.AlreadyOne());
        }
        if (survivor != null) {
            reasons.add(new Reason.SurvivorUnfit());
        }
        return reasons.isEmpty() ? new Apart() : new Refused(reasons);
    }

    private static Verdict merged(List<Reason> reasons, Party first, Party second, @Nullable PersonId survivor) {
        if (survivor == null) {
            reasons.add(new Reason.SurvivorMissing());
            return new Refused(reasons);
        }
        if (!isOneOf(survivor, first, second)) {
            reasons.add(new Reason.SurvivorUnfit());
            return new Refused(reasons);
        }
        var remains = first.isCalled(survivor) ? first : second;
        var goes = remains.equals(first) ? second : first;
        if (goes.money()) {
            reasons.add(new Reason.MergedHasMoney(remains.money()));
        }
        if (goes.employed()) {
            reasons.add(new Reason.MergedIsEmployed(remains.employed()));
        }
        if (goes.recorded()) {
            reasons.add(new Reason.MergedIsRecorded());
        }
        return reasons.isEmpty() ? new Merged(goes.today(), remains.today()) : new Refused(reasons);
    }

    private static boolean isOneOf(PersonId id, Party first, Party second) {
        return Stream.of(first, second).anyMatch(party -> party.isCalled(id));
    }
}
