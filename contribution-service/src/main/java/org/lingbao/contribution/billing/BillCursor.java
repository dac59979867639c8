package org.lingbao.contribution.billing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of bills ended: bills go by month, and several of one month, of several schemes, by id. For the client it
 * is a text without a meaning.
 *
 * @param month the first month of the last bill shown
 * @param bill its id
 */
record BillCursor(YearMonth month, UUID bill) {
    private static final String BETWEEN = "/";

    /** What the client gets, and gives back for the next page. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((month + BETWEEN + bill).getBytes(US_ASCII));
    }

    /** Reads what a client gave back; empty if it is none of ours. */
    static Optional<BillCursor> read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(BETWEEN, -1);
            return parts.length == 2
                    ? Optional.of(new BillCursor(YearMonth.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
