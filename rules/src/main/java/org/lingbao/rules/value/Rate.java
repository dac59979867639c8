package org.lingbao.rules.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A proportion, as a factor: 20 % is {@code 0.20}. Not negative; may exceed 1. Equal rates are equal whatever their written scale.
 * It is kept as a whole number of a decimal unit, so that a forecast over many people can reckon exactly without objects.
 *
 * @param units how many of the unit
 * @param decimals the unit is so many decimal places (0 or more); as few as will do
 * @throws IllegalArgumentException if negative
 * @throws ArithmeticException for more than 18 digits
 */
public record Rate(long units, int decimals) implements Comparable<Rate> {
    private static final int BASE = 10;

    public Rate {
        if (units < 0) {
            throw new IllegalArgumentException("negative rate: " + BigDecimal.valueOf(units, decimals));
        }
        while (decimals > 0 && units % BASE == 0) {
            units /= BASE;
            decimals--;
        }
        while (decimals < 0) {
            units = Math.multiplyExact(units, BASE);
            decimals++;
        }
    }

    public Rate(BigDecimal value) {
        this(
                value.stripTrailingZeros().unscaledValue().longValueExact(),
                value.stripTrailingZeros().scale());
    }

    /** @throws IllegalArgumentException if the text is no plain decimal number, or negative */
    public static Rate of(String factor) {
        if (!factor.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("not a rate: " + factor);
        }
        return new Rate(new BigDecimal(factor));
    }

    /** Which part one amount is of another, rounded to so many decimals. */
    public static Rate of(Money part, Money whole, int decimals, RoundingMode rounding) {
        return new Rate(Division.of(part.fen(), Division.power(decimals), whole.fen(), rounding), decimals);
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(units, decimals);
    }

    /** This part of another proportion. */
    public Rate times(Rate other) {
        return new Rate(Math.multiplyExact(units, other.units), decimals + other.decimals);
    }

    /** This so many times. */
    public Rate times(int count) {
        return new Rate(Math.multiplyExact(units, count), decimals);
    }

    public Rate plus(Rate other) {
        var common = Math.max(decimals, other.decimals);
        return new Rate(Math.addExact(in(common), other.in(common)), common);
    }

    /** One of so many equal parts, rounded to so many decimals. */
    public Rate dividedBy(int count, int places, RoundingMode rounding) {
        return new Rate(
                Division.of(
                        units, Division.power(places), Math.multiplyExact(Division.power(decimals), count), rounding),
                places);
    }

    private long in(int places) {
        return Math.multiplyExact(units, Division.power(places - decimals));
    }

    public boolean isZero() {
        return units == 0;
    }

    @Override
    public int compareTo(Rate other) {
        return value().compareTo(other.value());
    }

    @Override
    public String toString() {
        return value().toPlainString();
    }
}
