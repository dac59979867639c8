package org.lingbao.matching.matching.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * What is known of a gig and a worker.
 *
 * @param kept what the other side kept of earlier agreements, of {@code all}
 */
public record Facts(Skill skill, Metres distance, Metres radius, Pay pay, Free free, int kept, int all) {

    /** @param same an occupation that both name; @param common of the {@code of} pieces of the gig's words */
    public record Skill(@Nullable Occupation same, int common, int of) {}

    /** @param wanted the lowest pay, if there is one; @param sameUnit whether both are for the same */
    public record Pay(Money offered, @Nullable Money wanted, boolean sameUnit) {}

    /** The gig's days, and those on which the worker is free. @param until the last; null: open */
    public record Free(
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate from,
            @Nullable LocalDate until) {}
}
