package org.lingbao.rules.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A product divided and rounded once, exactly: in 64 bits where they suffice, else in as many as it takes. */
final class Division {
    private static final int BASE = 10;
    /** The powers of ten that a long holds. */
    private static final long[] POWERS = powers();

    private Division() {}

    /**
     * @throws ArithmeticException if the divisor is zero, or the result too large
     */
    static long of(long a, long b, long divisor, RoundingMode rounding) {
        var product = a * b;
        if (Math.multiplyHigh(a, b) == product >> Long.SIZE - 1 && divisor > 0) {
            return rounded(product, divisor, rounding);
        }
        return BigDecimal.valueOf(a)
                .multiply(BigDecimal.valueOf(b))
                .divide(BigDecimal.valueOf(divisor), 0, rounding)
                .longValueExact();
    }

    /** @throws ArithmeticException if a long does not hold it */
    static long power(int exponent) {
        if (exponent >= POWERS.length) {
            throw new ArithmeticException("ten to the power of " + exponent);
        }
        return POWERS[exponent];
    }

    private static long rounded(long dividend, long divisor, RoundingMode rounding) {
        // Amounts of one person mostly fit in 32 bits, where many processors divide several times faster.
        var small = (dividend | divisor) >>> Integer.SIZE - 1 == 0;
        var quotient = small ? (int) dividend / (int) divisor : dividend / divisor;
        var rest = dividend - quotient * divisor;
        if (rest == 0) {
            return quotient;
        }
        var away = dividend < 0 ? -1 : 1;
        var size = Math.abs(rest);
        var half = Long.compare(size, divisor - size);
        var up = switch (rounding) {
            case UP -> true;
            case DOWN -> false;
            case CEILING -> away > 0;
            case FLOOR -> away < 0;
            case HALF_UP -> half >= 0;
            case HALF_DOWN -> half > 0;
            case HALF_EVEN -> half > 0 || half == 0 && (quotient & 1) != 0;
            case UNNECESSARY -> throw new ArithmeticException("rounding necessary");
        };
        return up ? quotient + away : quotient;
    }

    private static long[] powers() {
        var powers = new long[String.valueOf(Long.MAX_VALUE).length()];
        powers[0] = 1;
        for (var exponent = 1; exponent < powers.length; exponent++) {
            powers[exponent] = powers[exponent - 1] * BASE;
        }
        return powers;
    }
}
