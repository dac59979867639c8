package org.lingbao.contribution.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.data.DataNotLoaded;

/** A distinct choice and what the rules say to it: reasons (by their codes), or a price. */
record Judged(Chosen chosen, List<String> reasons, @Nullable Priced priced) {
    Judged {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty() == (priced == null)) {
            throw new IllegalArgumentException("reasons, or a price");
        }
    }

    /** By the law as it stands on the day. */
    static Judged of(Chosen chosen, YearMonth month, LocalDate today) {
        try {
            return switch (Law.standard()
                    .contribution()
                    .assess(chosen.from(month), today)
                    .value()) {
                case Assessment.Assessed assessed -> new Judged(chosen, List.of(), Priced.of(chosen, assessed, today));
                case Assessment.Refused(var reasons) ->
                    new Judged(
                            chosen,
                            reasons.stream().map(Assessment.Reason::code).toList(),
                            null);
            };
        } catch (DataNotLoaded e) {
            return new Judged(chosen, List.of("RULES_NOT_LOADED"), null);
        }
    }
}
