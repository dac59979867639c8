package org.lingbao.contribution.reversal;

import java.util.List;
import org.lingbao.platform.problem.Violation;

/** Why a payment stays, as the outside hears it. */
final class Refusals {
    private Refusals() {}

    /** @param reasons as {@link ReversalSql#REASONS} writes them */
    static List<Violation> of(List<String> reasons) {
        return reasons.stream().map(Refusals::violation).toList();
    }

    private static Violation violation(String reason) {
        return switch (reason) {
            case "NOT_PAID" -> new Violation("REVERSAL_NOTHING_PAID");
            case "NO_OWN_MONTHS" -> new Violation("REVERSAL_NO_OWN_MONTHS");
            case "SEALED" -> new Violation("REVERSAL_ACCOUNT_SEALED");
            case "MOVED" -> new Violation("REVERSAL_MONTHS_MOVED");
            case "ADJUSTED" -> new Violation("REVERSAL_MONTHS_ADJUSTED");
            default -> throw new IllegalStateException("the statement gives a reason without words: " + reason);
        };
    }
}
