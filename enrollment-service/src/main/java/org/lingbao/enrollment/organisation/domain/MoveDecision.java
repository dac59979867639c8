package org.lingbao.enrollment.organisation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The answer to an operator who moves an organisation to another parent from a day on: it moves, or every reason why not. */
public sealed interface MoveDecision {

    /** It hangs there from that day on. */
    record Moves(OrganisationCode code, OrganisationCode parent, LocalDate from) implements MoveDecision {}

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons) implements MoveDecision {
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

        /** Its code says where it lies. */
        record FixedByCode(Level level) implements Reason {
            @Override
            public String code() {
                return "ORGANISATION_FIXED_BY_CODE";
            }
        }

        /** On that day there is no such parent. */
        record ParentNotThere(OrganisationCode parent, LocalDate on) implements Reason {
            @Override
            public String code() {
                return "ORGANISATION_NOT_THERE";
            }
        }

        /** What it is does not hang under what that is. */
        record ParentOfWrongLevel(Level level, Level parent) implements Reason {
            @Override
            public String code() {
                return "ORGANISATION_WRONG_LEVEL";
            }
        }

        /** It hangs there already. */
        record ThereAlready(OrganisationCode parent) implements Reason {
            @Override
            public String code() {
                return "ORGANISATION_THERE_ALREADY";
            }
        }

        /** It is in the tree; it may move. */
        record KnownAlready(OrganisationCode organisation) implements Reason {
            @Override
            public String code() {
                return "ORGANISATION_KNOWN_ALREADY";
            }
        }

        /** What was decided by the tree as it stood is not undone. */
        record InThePast(LocalDate today) implements Reason {
            @Override
            public String code() {
                return "ORGANISATION_MOVES_IN_THE_PAST";
            }
        }

        /** A move on that day or later is known. */
        record MovesAlready(LocalDate on) implements Reason {
            @Override
            public String code() {
                return "ORGANISATION_MOVES_ALREADY";
            }
        }
    }

    /**
     * @param node as it hangs last, by all moves that are known
     * @param wanted the parent that was named
     * @param parent that parent as it hangs on the day; empty where it is not there
     */
    static MoveDecision of(Node node, OrganisationCode wanted, Optional<Node> parent, LocalDate from, LocalDate today) {
        var reasons = new ArrayList<Reason>();
        var level = node.code().level();
        if (level.isFixed()) {
            reasons.add(new Reason.FixedByCode(level));
        } else if (!level.parents().contains(wanted.level())) {
            reasons.add(new Reason.ParentOfWrongLevel(level, wanted.level()));
        }
        if (parent.isEmpty()) {
            reasons.add(new Reason.ParentNotThere(wanted, from));
        }
        if (wanted.equals(node.parent())) {
            reasons.add(new Reason.ThereAlready(wanted));
        }
        if (from.isBefore(today)) {
            reasons.add(new Reason.InThePast(today));
        }
        if (node.from() != null && !node.from().isBefore(from)) {
            reasons.add(new Reason.MovesAlready(node.from()));
        }
        return reasons.isEmpty() ? new Moves(node.code(), wanted, from) : new Refused(reasons);
    }

    /**
     * The same of an organisation that comes into the tree.
     *
     * @param known whether it is in the tree already
     */
    static MoveDecision ofNew(
            OrganisationCode code,
            boolean known,
            OrganisationCode wanted,
            Optional<Node> parent,
            LocalDate from,
            LocalDate today) {
        var reasons = new ArrayList<Reason>();
        if (known) {
            reasons.add(new Reason.KnownAlready(code));
        }
        if (of(new Node(code, null, null), wanted, parent, from, today) instanceof Refused(var others)) {
            reasons.addAll(others);
        }
        return reasons.isEmpty() ? new Moves(code, wanted, from) : new Refused(reasons);
    }
}
