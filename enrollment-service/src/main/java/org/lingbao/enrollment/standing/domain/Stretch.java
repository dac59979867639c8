package org.lingbao.enrollment.standing.domain;

import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/**
 * Months without a gap over which one relation holds.
 *
 * @param end why it ends; null while it goes on
 */
public record Stretch(
        Key key, Place place, Standing standing, @Nullable End end) {

    /** What makes it the same stretch when its months are reckoned anew. */
    public sealed interface Key {
        /** The months after an employment, or, where there was none before, from the joining on. */
        record OfJoining(RelationId joined, @Nullable EmploymentId after) implements Key {}

        /** The months of an employment. */
        record OfEmployment(EmploymentId employment) implements Key {}

        /** The months of an employment in work injury (工伤保险), beside those in any other scheme. */
        record OfInjury(EmploymentId employment) implements Key {}
    }

    /** Why it ends. */
    public enum End {
        /** The person died. */
        DECEASED,
        /** The person draws the pension. */
        RETIRED,
        /** It was given up. */
        TERMINATED,
        /** Its rights are in another province. */
        TRANSFERRED_OUT,
        /** An employer pays from now on. */
        HIRED,
        /** The employment ended. */
        LEFT,
        /** Its months turned out to be others'. */
        OVERTAKEN,
        /** A resident's: it is suspended while the person is in the employees' scheme. */
        BRIDGED
    }

    /** Its months. */
    public Months months() {
        return standing.months();
    }

    /** The same, and no longer than these months, which begin with it. */
    Stretch until(Months left, End why) {
        return new Stretch(key, place, standing.within(left), why);
    }
}
