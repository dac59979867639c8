package org.lingbao.enrollment.duplicate.domain;

/**
 * One of the two.
 *
 * @param named under which the match was found
 * @param today who that is today: itself, or into whom it was merged since
 * @param money a payment or a transfer of theirs is booked
 * @param employed an employer has declared them
 * @param recorded a pause or an end of their insurance is recorded
 */
public record Party(PersonId named, PersonId today, boolean money, boolean employed, boolean recorded) {
    /** Whether this id is one of theirs. */
    boolean isCalled(PersonId id) {
        return id.equals(named) || id.equals(today);
    }
}
