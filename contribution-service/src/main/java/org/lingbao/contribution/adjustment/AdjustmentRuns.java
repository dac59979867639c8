package org.lingbao.contribution.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.lingbao.contribution.adjustment.AdjustmentRun.LeftAlone;
import org.lingbao.contribution.sweep.Seen;
import org.lingbao.platform.problem.Catalogue;
import org.lingbao.platform.problem.Violation;

/** Tells how far adjustment runs are, the reasons in the reader's language. */
@ApplicationScoped
class AdjustmentRuns {
    private static final String BILLS = "/bills";

    private final Catalogue catalogue;

    AdjustmentRuns(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    AdjustmentRun view(Seen seen, Locale language) {
        return new AdjustmentRun(
                seen.sweep().id(),
                seen.sweep().from(),
                seen.sweep().to(),
                seen.sweep().dry(),
                seen.status(),
                seen.buckets(),
                seen.bucketsDone(),
                seen.figure("bills"),
                seen.figure("months"),
                seen.yuan("fen"),
                seen.figure("unpaid"),
                seen.figures("refused/", BILLS, (what, bills) -> refused(seen, what, bills, language)),
                seen.startedAt(),
                seen.expectedEnd(),
                seen.finishedAt());
    }

    /** @param what {@code 370700/TOP_UP_UNCONFIRMED} */
    private LeftAlone refused(Seen seen, String what, long bills, Locale language) {
        var placeAndCode = what.split("/", 2);
        var code = Verdict.Code.valueOf(placeAndCode[1]);
        var violation = violation(code, placeAndCode[0]);
        return new LeftAlone(
                placeAndCode[0],
                code.name(),
                catalogue.detail(violation, language),
                catalogue.howToFix(violation, language),
                bills,
                seen.figure("refused/" + what + "/months"),
                seen.yuan("refused/" + what + "/fen"));
    }

    private static Violation violation(Verdict.Code code, String place) {
        return switch (code) {
            case OWED -> throw new IllegalStateException("what is owed is billed");
            case FINAL -> new Violation("PAID_MONTHS_FINAL").with("place", place);
            case TOP_UP_UNCONFIRMED -> new Violation("TOP_UP_UNCONFIRMED").with("place", place);
            case EXCESS_UNCONFIRMED -> new Violation("EXCESS_UNCONFIRMED").with("place", place);
            case NEVER_A_BASE -> new Violation("NEVER_A_BASE").with("place", place);
            case RULES_NOT_LOADED ->
                new Violation("RULES_NOT_LOADED").with("place", place).with("what", "employee/limits");
        };
    }
}
