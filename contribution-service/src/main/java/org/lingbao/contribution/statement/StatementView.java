package org.lingbao.contribution.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.lingbao.contribution.statement.domain.PaidMonth;
import org.lingbao.contribution.statement.domain.Segment;
import org.lingbao.rules.value.Money;

/**
 * What a person has in a scheme (权益记录). Amounts are in yuan.
 *
 * @param months each paid month, in order
 * @param paidMonths how many
 * @param accountBalance what is in the individual account, by the ledger
 * @param pooledTotal what went to the pooled fund for the person
 * @param segments the months without a gap, per place
 */
@RegisterForReflection
record StatementView(
        UUID personId,
        String scheme,
        List<Month> months,
        int paidMonths,
        String accountBalance,
        String pooledTotal,
        List<Part> segments) {

    /** One paid month. */
    @RegisterForReflection
    record Month(
            YearMonth month,
            String place,
            String base,
            String pension,
            String account,
            String pooled,
            String receiptNumber) {
        static Month of(PaidMonth paid) {
            return new Month(
                    paid.month(),
                    paid.place().code(),
                    paid.base().toYuan(),
                    paid.pension().toYuan(),
                    paid.account().toYuan(),
                    paid.pooled().toYuan(),
                    paid.receipt().value());
        }
    }

    /** Months without a gap at one place. */
    @RegisterForReflection
    record Part(String place, YearMonth from, YearMonth to, int months) {
        static Part of(Segment segment) {
            return new Part(segment.place().code(), segment.from(), segment.to(), segment.months());
        }
    }

    static StatementView of(UUID person, String scheme, Money balance, List<PaidMonth> paid) {
        var pooled = paid.stream().map(PaidMonth::pooled).reduce(Money.ZERO, Money::plus);
        return new StatementView(
                person,
                scheme,
                paid.stream().map(Month::of).toList(),
                paid.size(),
                balance.toYuan(),
                pooled.toYuan(),
                Segment.of(paid).stream().map(Part::of).toList());
    }
}
