package org.lingbao.matching.insured;

import org.lingbao.platform.inbox.Inbox;

/** What other features' queries ask of persons. */
public final class Insured {
    /** The consumer of enrollment's events, which applies consents in their order among the person's other events. */
    static final String CONSUMER = "job-matching";

    /** A person lets gigs be recommended to them, and themselves to employers. */
    public static final String JOB_MATCHING = "JOB_MATCHING";

    private Insured() {}

    /**
     * SQL expression of the person whose login it is; null: nobody's.
     *
     * @param from number of the parameter with the issuer, before the one with the subject
     */
    public static String person(int from) {
        return "(select l.person_id from login l where l.issuer = $%d and l.subject = $%d)".formatted(from, from + 1);
    }

    /**
     * A condition of a query: the person consents to being matched. A consent that is not here is not given, nor is one of
     * a person of whom an event is parked, for that may be its withdrawal: whoever asks fails closed. With a person's death it
     * ends.
     *
     * @param person SQL expression of the person
     */
    public static String consents(String person) {
        return ("(exists (select from consent c where c.person_id = %1$s and c.purpose = '%2$s')"
                        + " and not exists (select from deceased d where d.person_id = %1$s) and %3$s)")
                .formatted(person, JOB_MATCHING, Inbox.nothingParked(CONSUMER, "cast(%s as text)".formatted(person)));
    }

    /**
     * SQL expression of what a worker can do: what they state, and the occupation by which they are registered as employed.
     *
     * @param stated SQL expression of what they state
     * @param person SQL expression of the person
     */
    public static String skills(String stated, String person) {
        return "(%s || array(select r.occupation from registered_occupation r where r.person_id = %s))"
                .formatted(stated, person);
    }
}
