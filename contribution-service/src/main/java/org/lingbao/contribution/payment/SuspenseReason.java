package org.lingbao.contribution.payment;

/** Why money could not be booked to a bill (暂挂). The names are codes of the catalogue and written by the statement. */
enum SuspenseReason {
    /** A transfer has sealed the account, or moved it away (账户封存). */
    ACCOUNT_SEALED,
    /** The bill is paid already. */
    ALREADY_PAID,
    /** A month is paid or not: no other amount than the bill's. */
    AMOUNT_DIFFERS,
    /** There is no such bill. */
    BILL_UNKNOWN,
    /** The employer's base is not within the limits of the month (基数超限). */
    BASE_OUTSIDE_LIMITS,
    /** An employment took its months before it was paid (账单撤销). */
    BILL_WITHDRAWN,
    /** The employer's part is not what the law says of the base. */
    EMPLOYER_SHARE_DIFFERS,
    /** No employment under this id is known here, or none in this bureau's area. */
    EMPLOYMENT_UNKNOWN,
    /** A month that has closed cannot be opened by money (不得补缴). */
    MONTH_CLOSED,
    /** A month of the bill was paid elsewhere and came by a transfer. */
    MONTH_CREDITED,
    /** What the bill adds to was moved away: its months count in another place. */
    MONTH_MOVED_AWAY,
    /** The person has paid the month, is billed for it, or an employer has paid it (重复缴费). */
    MONTH_NOT_FREE,
    /** The month has not begun yet. */
    MONTH_NOT_OPEN,
    /** The rules do not know what is due for the month. */
    NOT_ASSESSABLE,
    /** The employment does not have this month. */
    NOT_EMPLOYED_IN_MONTH,
    /** The person's part is not what the law says of the base. */
    PERSONAL_SHARE_DIFFERS,
    /** The bill is not paid through this channel, or not in this bureau's area (缴费渠道不符). */
    WRONG_CHANNEL
}
