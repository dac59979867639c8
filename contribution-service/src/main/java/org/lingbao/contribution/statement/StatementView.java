package org.lingbao.contribution.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.statement.domain.PaidMonth;
import org.lingbao.contribution.statement.domain.Segment;
import org.lingbao.contribution.statement.domain.Standing;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * What a person has in a scheme (权益记录). Amounts are in yuan.
 *
 * @param months each paid month, in order; with those that came from another province or were moved to one
 * @param paidMonths how many count here
 * @param accountBalance what is in the individual account, by the ledger
 * @param pooledTotal what went to the pooled fund for the months that count here
 * @param interest what the account earned, per year for which it was credited; it is in the balance unless a transfer moved it
 * @param adjustments what was paid for months whose limits came late (补差); those months' base is theirs
 * @param years the years of the resident scheme
 * @param segments the months without a gap, per place and payer
 */
record StatementView(
        UUID personId,
        String scheme,
        List<Month> months,
        int paidMonths,
        String accountBalance,
        String pooledTotal,
        List<Interest> interest,
        List<Part> segments,
        List<Beside.Adjustment> adjustments,
        List<Beside.PaidYear> years) {

    /**
     * One paid month.
     *
     * @param standing who paid; absent where another province did not say
     * @param pension its amounts are absent where it was paid in another province
     * @param medical what was paid with the month for the medical insurance of employees (职工医保); absent where nothing was
     * @param transferredFrom the province that it came from (转入)
     * @param transferredTo the province that it was moved to (转出); it does not count here any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Month(
            YearMonth month,
            String place,
            @Nullable Standing standing,
            String base,
            @Nullable String pension,
            @Nullable String account,
            @Nullable String pooled,
            @Nullable String medical,
            @Nullable String receiptNumber,
            @Nullable String transferredFrom,
            @Nullable String transferredTo) {
        static Month of(PaidMonth paid) {
            var payment = paid.payment();
            return new Month(
                    paid.month(),
                    paid.place().code(),
                    paid.standing(),
                    paid.base().toYuan(),
                    payment == null ? null : payment.pension().toYuan(),
                    payment == null ? null : payment.account().toYuan(),
                    payment == null ? null : payment.pooled().toYuan(),
                    payment == null || payment.medical().isZero()
                            ? null
                            : payment.medical().toYuan(),
                    payment == null ? null : payment.receipt().value(),
                    code(paid.journey().from()),
                    code(paid.journey().to()));
        }
    }

    /**
     * The interest of a year (年度利息).
     *
     * @param amount in yuan
     * @param rate the crediting rate (记账利率), a factor: {@code 0.015} is 1.5 %
     * @param provisional whether the year's own rate was not published yet; then a difference may follow
     */
    record Interest(int year, String amount, String rate, boolean provisional) {}

    /**
     * Months without a gap at one place.
     *
     * @param standing who paid; absent where another province did not say
     * @param transferredFrom the province that they came from (转入)
     * @param transferredTo the province that they were moved to (转出)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String place,
            @Nullable Standing standing,
            YearMonth from,
            YearMonth to,
            int months,
            @Nullable String transferredFrom,
            @Nullable String transferredTo) {
        static Part of(Segment segment) {
            return new Part(
                    segment.place().code(),
                    segment.standing(),
                    segment.from(),
                    segment.to(),
                    segment.months(),
                    code(segment.journey().from()),
                    code(segment.journey().to()));
        }
    }

    /**
     * @param balance of the account
     * @param otherPooled what came to the pooled fund with the months from other provinces and by adjustments
     */
    static StatementView of(
            UUID person,
            String scheme,
            Money balance,
            Money otherPooled,
            List<PaidMonth> paid,
            List<Interest> interest,
            Beside beside) {
        var here = paid.stream().filter(PaidMonth::isHere).toList();
        var pooled = here.stream()
                .map(PaidMonth::payment)
                .flatMap(Stream::ofNullable)
                .map(PaidMonth.Payment::pooled)
                .reduce(otherPooled, Money::plus);
        return new StatementView(
                person,
                scheme,
                paid.stream().map(Month::of).toList(),
                here.size(),
                balance.toYuan(),
                pooled.toYuan(),
                interest,
                Segment.of(paid).stream().map(Part::of).toList(),
                beside.adjustments(),
                beside.years());
    }

    private static @Nullable String code(@Nullable Place place) {
        return place == null ? null : place.code();
    }
}
