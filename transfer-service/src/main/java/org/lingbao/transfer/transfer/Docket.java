package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Correspondence;
import org.lingbao.transfer.transfer.domain.Input;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Step;

/**
 * A case as its rows have it, locked (案卷).
 *
 * @param partner the province of the other side
 * @param side null where a letter has opened no case
 * @param mail what the two cells wrote to each other
 * @param day the business day up to which deadlines have been looked at; null without a case
 */
record Docket(
        CaseId id,
        String partner,
        @Nullable Side side,
        Correspondence mail,
        @Nullable LocalDate day) {

    Step<Side> step(Input input, Moment moment) {
        return side == null ? Step.refused(Reason.UNKNOWN_CASE) : side.on(input, moment);
    }

    /** The same case after a step; it began on the day of its first. */
    Docket with(Side stepped, LocalDate today) {
        return new Docket(id, partner, stepped, mail, day == null ? today : day);
    }

    /** With one more message written. */
    Docket written() {
        return new Docket(id, partner, side, mail.written(), day);
    }

    /** With its deadlines looked at. */
    Docket on(LocalDate today) {
        return new Docket(id, partner, side, mail, today);
    }
}
