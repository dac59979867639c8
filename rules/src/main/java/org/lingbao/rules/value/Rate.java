package org.lingbao.rules.value;

import java.math.BigDecimal;

/** A proportion, as a factor: 20 % is {@code 0.20}. Not negative; may exceed 1. Equal rates are equal whatever their written scale. */
public record Rate(BigDecimal value) {
    public Rate {
        value = value.stripTrailingZeros();
        if (value.signum() < 0) {
            throw new IllegalArgumentException("negative rate: " + value);
        }
    }

    /** @throws IllegalArgumentException if the text is no plain decimal number, or negative */
    public static Rate of(String factor) {
        if (!factor.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("not a rate: " + factor);
        }
        return new Rate(new BigDecimal(factor));
    }

    /** This part of another proportion. */
    public Rate times(Rate other) {
        return new Rate(value.multiply(other.value));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
