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
    /** A month that has closed cannot be opened by money (不得补缴). */
    MONTH_CLOSED,
    /** A month of the bill was paid elsewhere and came by a transfer. */
    MONTH_CREDITED,
    /** The bill is not paid through this channel, or not in this bureau's area (缴费渠道不符). */
    WRONG_CHANNEL
}
