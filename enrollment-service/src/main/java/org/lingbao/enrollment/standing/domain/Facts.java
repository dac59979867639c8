package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.employment.Spell;
import org.lingbao.rules.value.Place;

/**
 * All that is known of a person's standing in a scheme. They are sets: in which order the facts became known, and
 * how often they were told, says nothing.
 *
 * @param paid months that the person paid, each as itself or by its year
 */
public record Facts(
        Set<Joined> joined,
        Set<Employment> employments,
        Set<MovedOut> movedOut,
        Set<YearMonth> paid,
        Set<Pause> pauses,
        Set<Ending> endings) {
    public Facts {
        joined = Set.copyOf(joined);
        employments = Set.copyOf(employments);
        movedOut = Set.copyOf(movedOut);
        paid = Set.copyOf(paid);
        pauses = Set.copyOf(pauses);
        endings = Set.copyOf(endings);
    }

    /** Without a pause or an end. */
    public Facts(Set<Joined> joined, Set<Employment> employments, Set<MovedOut> movedOut, Set<YearMonth> paid) {
        this(joined, employments, movedOut, paid, Set.of(), Set.of());
    }

    /** The same, and what else is known of the person. */
    public Facts with(Set<MovedOut> moved, Set<YearMonth> months) {
        return new Facts(joined, employments, moved, months, pauses, endings);
    }

    /** One employment with nothing beside it, and what ends all. */
    Facts alone(Employment employment) {
        return new Facts(Set.of(), Set.of(employment), Set.of(), Set.of(), Set.of(), endings);
    }

    /** The pauses of what was joined. */
    public List<Pause> pausesOf(RelationId joined) {
        return pauses.stream().filter(pause -> pause.joined().equals(joined)).toList();
    }

    /**
     * The person joined as a flexible worker (灵活就业参保).
     *
     * @param id of the relation that the application opened
     * @param lastPayable the month of the statutory retirement age; null where none is set
     * @param on the day of the application
     * @param movedOn the day on which a transfer had taken its rights away; null: they are here
     */
    public record Joined(
            RelationId id,
            Place place,
            YearMonth from,
            @Nullable YearMonth lastPayable,
            LocalDate on,
            @Nullable LocalDate movedOn) {}

    /** An employer hired the person (入职), and the person left or has not yet (离职). */
    public record Employment(EmploymentId id, Place place, Spell spell) {}

    /**
     * The rights went to another province (转出).
     *
     * @param on the day on which the transfer was complete
     * @param province the one that they left
     */
    public record MovedOut(LocalDate on, Place province) {
        /** Whether it took along what this employment had brought. */
        boolean tookAlong(Employment employment) {
            return employment.spell().startsOn().isBefore(on) && province.covers(employment.place());
        }
    }
}
