package org.lingbao.rules.account;

/** From which month a credit bears interest (计息起始月口径). */
public enum InterestMonth {
    /** From the month that it belongs to (费款所属期). */
    FEE_MONTH,
    /** From the month in which it was booked to the account (到账月份). */
    CREDIT_MONTH
}
