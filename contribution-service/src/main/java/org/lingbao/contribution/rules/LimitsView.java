package org.lingbao.contribution.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.lingbao.contribution.rules.TermsQuery.Subject;
import org.lingbao.rules.contribution.Terms;
import org.lingbao.rules.data.Provision;
import org.lingbao.rules.value.Scheme;

/**
 * The lowest and highest monthly base of a month (缴费基数上下限), as known on a day. Before this year's are published, last
 * year's hold provisionally.
 *
 * @param lower in yuan a month, itself allowed
 * @param upper in yuan a month, itself allowed
 * @param provisional whether this year's are not published yet and last year's stand in; a plan or bill by them stays as it is, and
 *     whether a difference is asked for afterwards is the place's to say
 * @param provisions where they stand written
 */
record LimitsView(
        String place,
        Scheme scheme,
        YearMonth month,
        LocalDate on,
        String lower,
        String upper,
        boolean provisional,
        List<Provision> provisions) {

    static LimitsView of(Subject subject, Terms terms) {
        return new LimitsView(
                subject.place().code(),
                subject.scheme(),
                subject.month(),
                subject.on(),
                terms.limits().lower().toYuan(),
                terms.limits().upper().toYuan(),
                terms.provisional(),
                Written.of(terms, "limits"));
    }
}
