package org.lingbao.contribution.attempt;

/** What is known of an attempt. */
enum AttemptState {
    /** Its channel may be taking money (支付中). */
    IN_FLIGHT,
    /** Its time has passed, and nobody has said what became of it: money may have been taken. */
    UNKNOWN,
    /** Its money came and paid the bill. */
    PAID,
    /** Its money came and is in suspense (暂挂). */
    SUSPENDED,
    /** No money was taken. */
    GIVEN_UP
}
