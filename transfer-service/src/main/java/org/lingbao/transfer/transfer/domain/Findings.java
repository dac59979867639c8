package org.lingbao.transfer.transfer.domain;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the old place knows of the person that a letter is about.
 *
 * @param person null where nobody here has this number
 * @param transferOpen whether another transfer of the person is going on here
 * @param places whether the letter is for this province and from the province that sent it
 */
public record Findings(@Nullable PersonId person, boolean transferOpen, boolean places) {

    /** Somebody, free to move. */
    public static Findings free(PersonId person) {
        return new Findings(person, false, true);
    }

    /** What keeps the letter from opening a case. */
    Set<Reason> obstacles() {
        var obstacles = new TreeSet<Reason>();
        if (person == null) {
            obstacles.add(Reason.PERSON_NOT_FOUND);
        }
        if (transferOpen) {
            obstacles.add(Reason.TRANSFER_OPEN);
        }
        if (!places) {
            obstacles.add(Reason.WRONG_AGENCY);
        }
        return obstacles;
    }
}
