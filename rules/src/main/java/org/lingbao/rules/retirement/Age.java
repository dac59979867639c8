package org.lingbao.rules.retirement;

/** An age in completed years and months. */
public record Age(int years, int months) {
    private static final int MONTHS_A_YEAR = 12;

    public Age {
        if (years < 0 || months < 0 || months >= MONTHS_A_YEAR) {
            throw new IllegalArgumentException("not an age: " + years + " years, " + months + " months");
        }
    }

    public static Age ofYears(int years) {
        return new Age(years, 0);
    }

    public static Age ofMonths(int months) {
        return new Age(Math.floorDiv(months, MONTHS_A_YEAR), Math.floorMod(months, MONTHS_A_YEAR));
    }

    public int inMonths() {
        return years * MONTHS_A_YEAR + months;
    }
}
