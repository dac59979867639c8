package org.lingbao.rules.contribution;

import java.util.Arrays;

/** How many months are paid at a time (缴费周期). */
public enum Period {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Period(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }

    /** @throws IllegalArgumentException if no period has so many months */
    public static Period of(int months) {
        return Arrays.stream(values())
                .filter(period -> period.months == months)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no period has " + months + " months"));
    }
}
