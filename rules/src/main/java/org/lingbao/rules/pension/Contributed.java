package org.lingbao.rules.pension;

import java.math.BigDecimal;

/** How long somebody has paid, deemed time included (缴费年限、视同缴费年限): in months, or in years as an older document states them. */
public sealed interface Contributed {

    boolean isNone();

    /** @throws IllegalArgumentException if negative */
    record Months(int count) implements Contributed {
        public Months {
            if (count < 0) {
                throw new IllegalArgumentException("negative months: " + count);
            }
        }

        @Override
        public boolean isNone() {
            return count == 0;
        }
    }

    /** @throws IllegalArgumentException if negative */
    record Years(BigDecimal count) implements Contributed {
        public Years {
            if (count.signum() < 0) {
                throw new IllegalArgumentException("negative years: " + count);
            }
        }

        @Override
        public boolean isNone() {
            return count.signum() == 0;
        }
    }
}
