package org.lingbao.contribution.adjustment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Choice;
import org.lingbao.rules.contribution.Monthly;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.contribution.TopUp;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What the rules say to all bills of one kind, now that the limits of their months are known.
 *
 * @param due the base on which the months should have been paid; zero where the rules do not say
 * @param difference between that and what was paid, for a month
 * @param payableUntil the last day on which it may be paid; null where it is not asked for
 */
record Verdict(
        Billed billed,
        Code code,
        Money due,
        Monthly difference,
        @Nullable LocalDate payableUntil) {
    private static final Monthly NOTHING = new Monthly(Money.ZERO, Money.ZERO, Money.ZERO, null);

    /** What becomes of it. */
    enum Code {
        /** The difference is billed. */
        OWED,
        /** What is paid is final: the place asks for nothing. */
        FINAL,
        /** Whether the place asks for it is not confirmed: nobody is billed. */
        TOP_UP_UNCONFIRMED,
        /** More was paid than the limits allow, and no rule says what becomes of it. */
        EXCESS_UNCONFIRMED,
        /** The rules do not know the place or the month. */
        RULES_NOT_LOADED,
        /** The base could not be chosen on the day of the bill. */
        NEVER_A_BASE
    }

    /**
     * Bills that are alike.
     *
     * @param base on which their months were billed
     * @param on the day on which the first of them was issued
     */
    record Billed(
            Place place,
            Scheme scheme,
            YearMonth month,
            @Nullable Money chosenBase,
            @Nullable Integer tierPercent,
            Money base,
            LocalDate on) {}

    /** By the law as it stands on the day; empty: nothing is missing, nothing too much. */
    static Optional<Verdict> of(Law law, Billed billed, LocalDate today) {
        var choice = new Choice(
                billed.place,
                billed.scheme,
                billed.month,
                Period.MONTH,
                billed.tierPercent == null ? billed.base : null,
                billed.tierPercent);
        try {
            return said(
                    billed,
                    law.contribution()
                            .topUp(new TopUp.Paid(choice, billed.on), today)
                            .value());
        } catch (DataNotLoaded e) {
            return Optional.of(unknown(billed, Code.RULES_NOT_LOADED));
        } catch (IllegalArgumentException e) {
            return Optional.of(unknown(billed, Code.NEVER_A_BASE));
        }
    }

    private static Optional<Verdict> said(Billed billed, TopUp topUp) {
        return switch (topUp) {
            case TopUp.Nothing _ -> Optional.empty();
            case TopUp.Final(var base) -> Optional.of(new Verdict(billed, Code.FINAL, base, NOTHING, null));
            case TopUp.Owed(var base, var missing, var until) ->
                Optional.of(new Verdict(billed, Code.OWED, base, missing, until));
            case TopUp.ToBeConfirmed(var base, var missing) ->
                Optional.of(new Verdict(billed, Code.TOP_UP_UNCONFIRMED, base, missing, null));
            case TopUp.Excess(var base, var tooMuch) ->
                Optional.of(new Verdict(billed, Code.EXCESS_UNCONFIRMED, base, tooMuch, null));
        };
    }

    private static Verdict unknown(Billed billed, Code code) {
        return new Verdict(billed, code, Money.ZERO, NOTHING, null);
    }

    Money medical() {
        var medical = difference.medical();
        return medical == null ? Money.ZERO : medical;
    }
}
