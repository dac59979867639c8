package org.lingbao.transfer.simulation;

import java.util.BitSet;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Correspondence;
import org.lingbao.transfer.transfer.domain.Correspondence.Arrival;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Findings;
import org.lingbao.transfer.transfer.domain.Input;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.Receiving;
import org.lingbao.transfer.transfer.domain.Releasing;
import org.lingbao.transfer.transfer.domain.Sequence;
import org.lingbao.transfer.transfer.domain.Step;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** What is on trial. The methods are the domain's; a test puts a broken one in their place and sees it caught. */
interface Protocol {
    Protocol REAL = new Protocol() {};

    default Step<TransferIn> receive(TransferIn state, Input input, Moment moment) {
        return Receiving.on(state, input, moment);
    }

    default Step<TransferOut> open(CaseId id, Document.ContactLetter letter, Findings findings, Moment moment) {
        return Releasing.open(id, letter, findings, moment);
    }

    default Step<TransferOut> release(TransferOut state, Input input, Moment moment) {
        return Releasing.on(state, input, moment);
    }

    default Arrival arrival(Correspondence mail, Sequence sequence) {
        return mail.arrivalOf(sequence);
    }

    /** Whether a consumer has worked on the record. */
    default boolean isSeen(BitSet inbox, int number) {
        return inbox.get(number);
    }
}
