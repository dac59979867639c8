package org.lingbao.contribution.statement.domain;

/** Who paid a month. */
public enum Standing {
    /** The person (灵活就业). */
    FLEXIBLE,
    /** Employer and person together (单位参保). */
    EMPLOYED
}
