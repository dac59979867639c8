package org.lingbao.rules.account;

import org.lingbao.rules.value.Money;

/**
 * One calendar year of an individual account (个人账户).
 *
 * @param opening the balance at the end of the year before
 * @param moved what was credited during the year; negative for what a pensioner drew
 * @param product the amount of each month times the months for which it bears interest, summed (月积数)
 * @param openingInterest interest on what lay there all year
 * @param movedInterest interest on what moved: on credits, or on payments until they were made
 */
public record AccountYear(Money opening, Money moved, Money product, Money openingInterest, Money movedInterest) {

    /** The account balance (个人账户储存额) at the end of the year, interest included. */
    public Money closing() {
        return opening.plus(moved).plus(openingInterest).plus(movedInterest);
    }
}
