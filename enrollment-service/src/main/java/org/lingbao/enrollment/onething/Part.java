package org.lingbao.enrollment.onething;

/** What one thing consists of, in the order in which it is done (就业登记 before 社保登记 before 缴费). */
enum Part {
    /** Employment registration (就业登记). */
    EMPLOYMENT,
    /** Insurance registration (参保登记). */
    INSURANCE,
    /** Payment plan (缴费计划). */
    PLAN;

    /** How far a part is. */
    enum State {
        /** It is done. */
        DONE,
        /** It is on its way. */
        PENDING,
        /** It was refused, with its reasons. */
        REFUSED,
        /** Nothing speaks against it, but another part was refused. */
        HELD_BACK
    }
}
