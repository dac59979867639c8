package org.lingbao.rules.forecast;

import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/**
 * Where a plan has got to at the end of a year.
 *
 * @param wage the reference wage of the year
 * @param month what each month of the year amounts to
 * @param balance the account balance
 * @param paidIn all pension contributions of the plan so far
 * @param indices the contribution indices of all months, those before the plan included, summed
 * @param months contribution months so far
 */
record Standing(Money wage, Month month, Money balance, Money paidIn, Rate indices, int months) {

    /**
     * One month on a base.
     *
     * @param account what is credited to the account
     * @param index the contribution index (缴费指数)
     */
    record Month(Money base, Money pension, Money account, Rate index) {}
}
