package org.lingbao.rules.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of renminbi in whole fen (分). Never a double, never a bare long. Overflow throws {@link ArithmeticException}. */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /**
     * Reads an amount in yuan with at most two decimals, such as {@code 4573} or {@code 914.60}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Money yuan(String yuan) {
        if (!yuan.matches("-?[0-9]{1,15}(\\.[0-9]{1,2})?")) {
            throw new IllegalArgumentException("not an amount in yuan with at most two decimals: " + yuan);
        }
        return yuan(new BigDecimal(yuan));
    }

    /**
     * An exact amount of yuan.
     *
     * @throws ArithmeticException if it is no whole number of fen
     */
    public static Money yuan(BigDecimal yuan) {
        return new Money(yuan.movePointRight(2).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money negate() {
        return new Money(Math.negateExact(fen));
    }

    /** The one place where rounding happens, to whole fen; the caller says how, because the regulation does. */
    public Money times(Rate rate, RoundingMode rounding) {
        return times(rate, 1, rounding);
    }

    /** A rate's share of this, divided again: a yearly rate for one month is {@code times(rate, 12, …)}. It is rounded once, at the end. */
    public Money times(Rate rate, int divisor, RoundingMode rounding) {
        var parts = Math.multiplyExact(Division.power(rate.decimals()), divisor);
        return new Money(Division.of(fen, rate.units(), parts, rounding));
    }

    public Money times(int count) {
        return new Money(Math.multiplyExact(fen, count));
    }

    /** This amount, or the nearest of the two that it exceeds. */
    public Money within(Money least, Money most) {
        if (compareTo(least) < 0) {
            return least;
        }
        return compareTo(most) > 0 ? most : this;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isZero() {
        return fen == 0;
    }

    /** Yuan with two decimals, as on the wire: {@code 914.60}. */
    public String toYuan() {
        return inYuan().toPlainString();
    }

    /** For arithmetic that rounds later than to whole fen. */
    public BigDecimal inYuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return toYuan();
    }
}
