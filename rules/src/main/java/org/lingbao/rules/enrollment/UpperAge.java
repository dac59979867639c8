package org.lingbao.rules.enrollment;

import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.retirement.Category;

/** Until when one may enroll, by sex. */
public record UpperAge(Bound men, Bound women) {

    /** A bound that moves with the retirement reform, or a fixed age. */
    public sealed interface Bound {
        /** Until the statutory retirement age of this category. */
        record Statutory(Category category) implements Bound {}

        /** Until this age is completed. */
        record Fixed(int years) implements Bound {}
    }

    static UpperAge read(RuleValue value) {
        var table = value.keys(Sex.MALE.name(), Sex.FEMALE.name());
        return new UpperAge(bound(table.entry(Sex.MALE.name())), bound(table.entry(Sex.FEMALE.name())));
    }

    public Bound of(Sex sex) {
        return switch (sex) {
            case MALE -> men;
            case FEMALE -> women;
        };
    }

    private static Bound bound(String written) {
        return written.matches("[0-9]+")
                ? new Bound.Fixed(Integer.parseInt(written))
                : new Bound.Statutory(Category.valueOf(written));
    }
}
