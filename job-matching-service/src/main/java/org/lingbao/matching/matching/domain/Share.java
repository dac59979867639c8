package org.lingbao.matching.matching.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lingbao.rules.value.Money;

/** A part of the whole, from nothing to all of it, in ten-thousandths. */
public record Share(BigDecimal value) implements Comparable<Share> {
    public static final Share NONE = new Share(BigDecimal.ZERO);
    public static final Share ALL = new Share(BigDecimal.ONE);

    private static final int DECIMALS = 4;

    public Share {
        value = value.setScale(DECIMALS, RoundingMode.HALF_UP);
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("no part of a whole: " + value);
        }
    }

    /** How much a part is of a whole; never more than all, and of nothing all. */
    public static Share of(int part, int whole) {
        return ofUnits(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** How much an amount is of another; never more than all. */
    public static Share of(Money part, Money whole) {
        return ofUnits(BigDecimal.valueOf(part.fen()), BigDecimal.valueOf(whole.fen()));
    }

    private static Share ofUnits(BigDecimal part, BigDecimal whole) {
        if (part.compareTo(whole) >= 0) {
            return ALL;
        }
        return part.signum() <= 0 ? NONE : new Share(part.divide(whole, DECIMALS, RoundingMode.HALF_UP));
    }

    public Share times(Share other) {
        return new Share(value.multiply(other.value));
    }

    /** So many times by itself. */
    public Share power(int exponent) {
        return new Share(value.pow(exponent));
    }

    /** From this where nothing is left to all where the other is all, evenly in between. */
    public Share upBy(Share other) {
        return new Share(value.add(BigDecimal.ONE.subtract(value).multiply(other.value)));
    }

    @Override
    public int compareTo(Share other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
