package org.lingbao.matching.matching;

import java.util.List;
import org.lingbao.matching.matching.domain.Factor;
import org.lingbao.matching.matching.domain.Match;

/** One of the factors of a score, which is their product. @param value from 0 to 1 */
record FactorView(Factor.Kind factor, String value, String zh, String en) {
    static List<FactorView> of(Match match, Tuning tuning) {
        return match.factors().stream()
                .map(factor -> {
                    var words = tuning.say(factor.finding());
                    return new FactorView(factor.kind(), factor.value().toString(), words.zh(), words.en());
                })
                .toList();
    }
}
