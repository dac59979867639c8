package org.lingbao.rules.transfer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.transfer.BenefitPlace.Ground;
import org.lingbao.rules.value.Place;

/** Chooses the benefit place (待遇领取地) of a career. */
final class BenefitPlaceChoice {
    private BenefitPlaceChoice() {}

    static Explained<BenefitPlace> of(TransferLaw law, Career career, LocalDate on) {
        var hukou = career.hukou();
        var needed = (hukou == null ? law.monthsWithoutHukou() : law.benefitPlaceMonths()).at(on, on);
        var chosen = hukou == null
                ? withoutHukou(career, needed.value())
                : withHukou(career, hukou.province(), needed.value());
        return new Explained<>(chosen, () -> trace(career, needed, chosen));
    }

    private static BenefitPlace withHukou(Career career, Place hukou, int needed) {
        if (career.relationPlace().province().equals(hukou)) {
            return new BenefitPlace(hukou, Ground.HUKOU_RELATION);
        }
        var byMonths = byMonths(career, needed);
        return byMonths == null ? new BenefitPlace(hukou, Ground.HUKOU_FALLBACK) : byMonths;
    }

    private static BenefitPlace withoutHukou(Career career, int needed) {
        var byMonths = byMonths(career, needed);
        return byMonths == null ? new BenefitPlace(mostMonths(career), Ground.MOST_MONTHS) : byMonths;
    }

    private static @Nullable BenefitPlace byMonths(Career career, int needed) {
        var relation = career.relationPlace().province();
        if (career.monthsIn(relation) >= needed) {
            return new BenefitPlace(relation, Ground.TEN_YEARS);
        }
        for (var segment : career.segments()) {
            if (career.monthsIn(segment.province()) >= needed) {
                return new BenefitPlace(segment.province(), Ground.EARLIER_TEN_YEARS);
            }
        }
        return null;
    }

    /** Segments come the latest first, so of provinces with equally many months the last one is found. */
    private static Place mostMonths(Career career) {
        var most = career.relationPlace().province();
        var months = 0;
        for (var segment : career.segments()) {
            var here = career.monthsIn(segment.province());
            if (here > months) {
                most = segment.province();
                months = here;
            }
        }
        return most;
    }

    private static Trace trace(Career career, Version<Integer> needed, BenefitPlace chosen) {
        var hukou = career.hukou();
        return Trace.of(
                "transfer.benefit-place",
                needed.citation().text(),
                Inputs.of("hukou", hukou == null ? "NONE" : hukou.province())
                        .and("relation", career.relationPlace().province())
                        .and("ground", chosen.ground())
                        .and("months", career.monthsIn(chosen.province())),
                chosen.province(),
                List.of(needed.trace()));
    }
}
