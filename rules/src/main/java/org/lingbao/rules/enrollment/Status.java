package org.lingbao.rules.enrollment;

/** What a person already is to the pension insurance on the day of asking; several may hold at once. */
public enum Status {
    /** Insured by an employer in the employee scheme (单位参保). */
    EMPLOYED_INSURED,
    /** Draws a basic pension (已领取基本养老金). */
    PENSIONER,
    /** Already enrolled as a flexible worker (已以灵活就业人员身份参保). */
    ENROLLED_FLEXIBLE
}
