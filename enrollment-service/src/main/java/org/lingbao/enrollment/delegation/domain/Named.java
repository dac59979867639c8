package org.lingbao.enrollment.delegation.domain;

/** Who is named to act. */
public enum Named {
    /** Somebody else who is registered and alive. */
    SOMEBODY,
    /** The person, under whichever number. */
    THE_PERSON,
    /** Nobody: no such number, another name, or somebody who has died. Which of them is not told. */
    NOBODY
}
