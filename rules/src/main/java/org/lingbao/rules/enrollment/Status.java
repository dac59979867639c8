package org.lingbao.rules.enrollment;

/** What a person already is on the day of asking, as far as it matters to the pension insurance; several may hold at once. */
public enum Status {
    /** Insured by an employer in the employee scheme (单位参保). */
    EMPLOYED_INSURED,
    /** Draws a basic pension (已领取基本养老金). */
    PENSIONER,
    /** Already enrolled as a flexible worker (已以灵活就业人员身份参保). */
    ENROLLED_FLEXIBLE,
    /** Goes to school (在校学生). */
    STUDENT,
    /** Works for a state organ or a public institution (国家机关、事业单位工作人员). */
    STATE_STAFF
}
