package org.lingbao.rules.contribution;

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
}
