package org.lingbao.rules.forecast;

import java.time.LocalDate;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Place;

/**
 * What would a plan give? Asked of several plans with all else equal, the answers can be held against each other.
 *
 * @param place where the person pays and will draw the pension
 * @param on the day of asking: later publications are not yet known, and the plan begins no earlier than its month
 * @throws IllegalArgumentException if the plan begins before
 */
public record Question(
        Place place,
        Category category,
        LocalDate birthDate,
        Past past,
        Plan plan,
        Assumptions assumptions,
        LocalDate on) {
    public Question {
        if (plan.from().atEndOfMonth().isBefore(on)) {
            throw new IllegalArgumentException("a plan from " + plan.from() + ", asked on " + on);
        }
    }
}
