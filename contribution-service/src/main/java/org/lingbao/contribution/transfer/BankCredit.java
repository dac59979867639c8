package org.lingbao.contribution.transfer;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.lingbao.rules.value.Money;

/**
 * Money that a bank says arrived: the request, read, with what its token says.
 *
 * @param bank from the token
 * @param serial unique within the bank, for ever
 * @param bodyHash of the request, so that another under the same serial is found out
 */
record BankCredit(
        String bank, String serial, String reference, Money amount, LocalDate valueDate, ByteBuffer bodyHash) {

    /** What became of it. */
    enum Outcome {
        /** A transfer awaits it, and has it now. */
        EXPECTED,
        /** The transfer that awaited it has ended: it is booked, and goes back to where it came from (退回). */
        SENT_BACK,
        /** No transfer awaits it yet, or one has its money already (暂挂). */
        SUSPENDED,
        /** What was paid for a transfer came back; it had not been booked as paid, and so is not booked. */
        RETURNED
    }

    byte[] hash() {
        var bytes = new byte[bodyHash.remaining()];
        bodyHash.duplicate().get(bytes);
        return bytes;
    }
}
