package org.lingbao.rules.employment;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The months of an employment that are its employer's.
 *
 * @param from the first one
 * @param to the last one; null while it goes on; before {@code from} where there is none
 */
public record EmployedMonths(YearMonth from, @Nullable YearMonth to) {

    /** Whether the employer has no month at all. */
    public boolean isEmpty() {
        return to != null && to.isBefore(from);
    }
}
