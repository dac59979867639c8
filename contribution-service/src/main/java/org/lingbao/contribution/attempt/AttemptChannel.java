package org.lingbao.contribution.attempt;

/** Who is about to take money for a bill (缴费渠道). */
public enum AttemptChannel {
    /** The insured person's own application, for which others take the money and report it. */
    APP,
    /** A bank's own system, for one of its terminals. */
    BANK,
    /** A bank's terminal. */
    TERMINAL,
    /** A tax bureau. */
    TAX_BUREAU
}
