package org.lingbao.contribution.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.json.JsonArray;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.statement.domain.AccountYear;
import org.lingbao.contribution.statement.domain.PaidMonth;
import org.lingbao.contribution.statement.domain.PlaceAmounts;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * A year of what a person has in a scheme (年度权益记录). Amounts are in yuan.
 *
 * @param months each paid month of the year, in order, whenever it was paid
 * @param paidMonths how many of them count here
 * @param places what was paid for the year, at each place
 * @param account the individual account in the year
 * @param interest what the account earned in the year; none before it is credited
 * @param adjustments what was paid for months of the year whose limits came late (补差)
 * @param years the year of the resident scheme
 */
record StatementYearView(
        UUID personId,
        String scheme,
        int year,
        List<StatementView.Month> months,
        int paidMonths,
        List<AtPlace> places,
        Account account,
        List<StatementView.Interest> interest,
        List<Beside.Adjustment> adjustments,
        List<Beside.PaidYear> years) {

    /**
     * What was paid at a place for the year, later adjustments with it.
     *
     * @param months how many
     * @param pension account and pooled; absent, like these, where another province does not say it
     * @param subsidy what government added to the account
     * @param transferredFrom the province that the months came from (转入)
     * @param transferredTo the province that they were moved to (转出)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AtPlace(
            String place,
            int months,
            @Nullable String pension,
            @Nullable String account,
            @Nullable String pooled,
            @Nullable String subsidy,
            @Nullable String transferredFrom,
            @Nullable String transferredTo) {
        static AtPlace of(PlaceAmounts at) {
            var paid = at.paid();
            return new AtPlace(
                    at.place().code(),
                    at.months(),
                    paid == null ? null : paid.account().plus(paid.pooled()).toYuan(),
                    paid == null ? null : paid.account().toYuan(),
                    paid == null ? null : paid.pooled().toYuan(),
                    paid == null || paid.subsidy().isZero()
                            ? null
                            : paid.subsidy().toYuan(),
                    code(at.journey().from()),
                    code(at.journey().to()));
        }

        private static @Nullable String code(@Nullable Place place) {
            return place == null ? null : place.code();
        }
    }

    /**
     * The account in the year: {@code opening} and all between make {@code closing}, with which the next year opens.
     *
     * @param opening with the interest of the years before, whenever it was credited (上年末储存额)
     * @param paid what was booked in the year for months of this year or another, and what government added
     * @param arrived what came by transfers (转入)
     * @param left what transfers took (转出), negative
     * @param interest what the year earned (年度利息)
     * @param closing at the year's end, or up to now (本年末储存额)
     */
    record Account(String opening, String paid, String arrived, String left, String interest, String closing) {
        static Account of(AccountYear year) {
            return new Account(
                    year.opening().toYuan(),
                    year.paid().toYuan(),
                    year.arrived().toYuan(),
                    year.left().toYuan(),
                    year.interest().toYuan(),
                    year.closing().toYuan());
        }
    }

    /** @param found what was paid for the year beside months */
    static StatementYearView of(
            UUID person,
            Scheme scheme,
            Year year,
            AccountYear account,
            List<PaidMonth> paid,
            List<StatementView.Interest> interest,
            JsonArray found) {
        var beside = Beside.read(found);
        return new StatementYearView(
                person,
                scheme.name(),
                year.getValue(),
                paid.stream().map(StatementView.Month::of).toList(),
                (int) paid.stream().filter(PaidMonth::isHere).count(),
                PlaceAmounts.of(paid, Beside.amounts(found)).stream()
                        .map(AtPlace::of)
                        .toList(),
                Account.of(account),
                interest,
                beside.adjustments(),
                beside.years());
    }
}
