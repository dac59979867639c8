package org.lingbao.rules.shadow;

import java.util.Comparator;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Place;

/**
 * People who are counted together.
 *
 * @param decade the first year of the ten in which they were born
 */
public record Group(Place province, Category category, int decade) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::province).thenComparing(Group::category).thenComparing(Group::decade);

    static Group of(Person person) {
        return new Group(
                person.place().province(), person.category(), person.birthDate().getYear() / 10 * 10);
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
