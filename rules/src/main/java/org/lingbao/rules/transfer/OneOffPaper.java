package org.lingbao.rules.transfer;

import org.lingbao.rules.data.RuleValue;

/** What the old place shows for a one-off payment of many months (一次性缴费) that is to move. */
public enum OneOffPaper {
    /** Nothing: too few months were paid at once. */
    NONE_NEEDED,
    /** Its own written undertaking (书面承诺书). */
    UNDERTAKING,
    /** A legal instrument made before the payment: of a court, an audit, the labour inspection, an arbitration (法律文书). */
    LEGAL_INSTRUMENT;

    /** @param fromYears from how many years paid at once something is shown */
    record Needed(int fromYears, OneOffPaper paper) {
        static Needed read(RuleValue value) {
            var table = value.keys("years", "paper");
            return new Needed(Integer.parseInt(table.entry("years")), OneOffPaper.valueOf(table.entry("paper")));
        }

        OneOffPaper of(int months) {
            return months < fromYears * 12 ? NONE_NEEDED : paper;
        }
    }
}
