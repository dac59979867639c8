package org.lingbao.contribution.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proof of the ledger.
 *
 * @param ok whether nothing was found
 * @param entrySets how many sets there are
 * @param entries how many entries
 * @param sealedSets how many of the sets are sealed into the hash chain; GET /ledger/chain hands it out to be proved
 * @param totals the sum per kind of account, in yuan; together they are zero
 * @param moved what was booked in each fund and at each bank on the days since the proof before; kept for GET /ledger/totals
 * @param findings what is wrong, entries that can be named first; at most a thousand
 */
record CheckView(
        boolean ok,
        long entrySets,
        long entries,
        long sealedSets,
        List<Total> totals,
        List<Moved> moved,
        List<Finding> findings) {

    /** The sum of all entries of one kind of account, in yuan. */
    record Total(String account, String total) {}

    /**
     * What was booked on a day.
     *
     * @param account the kind of account, such as POOLED or BANK_CLEARING
     * @param owner the place of a fund, the bank, the tax bureau, or the other province
     * @param moved in yuan; negative: owed to the fund
     */
    record Moved(LocalDate day, String account, String owner, String moved) {}

    /**
     * One thing that is wrong.
     *
     * @param kind ENTRY_CHANGED, ENTRY_MISSING, ENTRY_UNEXPECTED, ENTRY_WITHOUT_SET, SET_NOT_ZERO, SET_WITHOUT_RECEIPT, REFUND_DIFFERS, REFUND_SET_MISSING, REFUND_SET_UNEXPECTED,
     *     REVERSAL_DIFFERS, REVERSAL_SET_MISSING, REVERSAL_SET_UNEXPECTED,
     *     BALANCE_DIFFERS, RECEIPT_WITHOUT_ENTRIES, RECEIPT_WITHOUT_BILL, BILL_WITHOUT_RECEIPT; or, where two tell of another day, person or
     *     month, ENTRY_DAY_DIFFERS, ENTRY_PERSON_DIFFERS, ENTRY_BILL_DIFFERS, SET_DAY_DIFFERS, RECEIPT_PERSON_DIFFERS,
     *     BILL_MONTH_DIFFERS; BILL_PLAN_UNKNOWN; MONTH_COUNTED_TWICE, paid here and come by a transfer; RECEIPT_CHANNEL_DIFFERS, where a bill
     *     was paid through a channel that it does not have; of transfers, TRANSFER_SET_MISSING, TRANSFER_SET_UNEXPECTED and
     *     TRANSFER_SET_DIFFERS (from what the state of a case or bank credit asks for), TRANSIT_DIFFERS (from what the open
     *     cases have), FUND_DIFFERS, ORDER_DIFFERS, MONEY_STRANDED (suspended, though its case has ended and so it should
     *     have gone back), FORM_DIFFERS, TRANSFER_MONTH_DIFFERS (from the form), SEAL_DIFFERS, CREDITED_DIFFERS; of interest,
     *     INTEREST_SET_MISSING, INTEREST_SET_UNEXPECTED, INTEREST_UNKNOWN (of a set), INTEREST_RUN_UNKNOWN and
     *     INTEREST_DIFFERS (from the differences of the year); of the hash chain, SET_NOT_SEALED (it stands among sealed ones and was put there
     *     afterwards) and SET_GONE (it was sealed and is not there)
     * @param entryId the entry: its set and its line
     * @param account the account, receipt, bill, case, reference, or one of these and a month or kind that it is about
     * @param expected in yuan, where it is about an amount
     * @param found in yuan, where it is about an amount
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finding(
            String kind,
            @Nullable String entryId,
            @Nullable UUID entrySetId,
            @Nullable String account,
            @Nullable String expected,
            @Nullable String found) {}
}
