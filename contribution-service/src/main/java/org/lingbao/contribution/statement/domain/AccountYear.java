package org.lingbao.contribution.statement.domain;

import org.lingbao.rules.value.Money;

/**
 * A year of an individual account (个人账户年度). The year after opens with what this one closes with.
 *
 * @param opening what was in it before the year, with the interest of the years before, whenever that was credited (上年末储存额)
 * @param paid what was booked in the year for months, of this year or another, and what government added
 * @param arrived what came by transfers (转入)
 * @param left what transfers took (转出): not positive, but where a transfer of the year before was undone
 * @param interest what the year earned, up to now
 * @param closing what all of it comes to (本年末储存额)
 */
public record AccountYear(Money opening, Money paid, Money arrived, Money left, Money interest, Money closing) {

    /** A year of which is known what it closes with, and what came in it. */
    public static AccountYear of(Money closing, Money paid, Money arrived, Money left, Money interest) {
        var came = paid.plus(arrived).plus(left).plus(interest);
        return new AccountYear(closing.minus(came), paid, arrived, left, interest, closing);
    }
}
