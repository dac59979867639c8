package org.lingbao.enrollment.organisation;

import java.util.List;
import org.lingbao.enrollment.organisation.domain.MoveDecision.Reason;
import org.lingbao.platform.problem.Violation;

/** Why an organisation does not move, in codes of the catalogue. */
final class MoveReasons {
    private MoveReasons() {}

    static List<Violation> violations(List<Reason> reasons) {
        return reasons.stream().map(MoveReasons::violation).toList();
    }

    private static Violation violation(Reason reason) {
        return switch (reason) {
            case Reason.FixedByCode fixed -> new Violation(fixed.code()).with("level", fixed.level());
            case Reason.ParentNotThere missing ->
                new Violation(missing.code())
                        .with("organisation", missing.parent())
                        .with("day", missing.on())
                        .at("/parent");
            case Reason.ParentOfWrongLevel wrong ->
                new Violation(wrong.code())
                        .with("level", wrong.level())
                        .with("parent", wrong.parent())
                        .at("/parent");
            case Reason.ThereAlready already ->
                new Violation(already.code()).with("parent", already.parent()).at("/parent");
            case Reason.KnownAlready known ->
                new Violation(known.code())
                        .with("organisation", known.organisation())
                        .at("/code");
            case Reason.InThePast past ->
                new Violation(past.code()).with("today", past.today()).at("/from");
            case Reason.MovesAlready moves ->
                new Violation(moves.code()).with("day", moves.on()).at("/from");
        };
    }
}
