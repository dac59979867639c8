package org.lingbao.contribution.transfer;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.rules.value.Money;

/**
 * A bank's credit as it was booked.
 *
 * @param outcome EXPECTED: a transfer awaited it; SENT_BACK: that transfer has ended, a payment order pays it back;
 *     SUSPENDED: none did, it is kept; RETURNED: money of ours that came back
 */
record BankCreditView(
        UUID bankCreditId,
        String bank,
        String serial,
        String settlementReference,
        String amount,
        LocalDate valueDate,
        LocalDate bookedOn,
        String outcome) {

    static final String COLUMNS = "bank_credit_id, bank, serial, reference, amount_fen, value_date, booked_on, outcome";

    static BankCreditView read(Row row) {
        return new BankCreditView(
                row.getUUID("bank_credit_id"),
                row.getString("bank"),
                row.getString("serial"),
                row.getString("reference"),
                new Money(row.getLong("amount_fen")).toYuan(),
                row.getLocalDate("value_date"),
                row.getLocalDate("booked_on"),
                row.getString("outcome"));
    }
}
