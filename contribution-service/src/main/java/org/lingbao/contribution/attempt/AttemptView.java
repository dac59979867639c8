package org.lingbao.contribution.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * An attempt to pay a bill (支付中), as it is shown.
 *
 * @param billStatus OPEN; PAID, WITHDRAWN, CLOSED: take no money for it
 * @param channel APP, BANK, TERMINAL or TAX_BUREAU
 * @param collector the bank or tax bureau; absent for an app
 * @param terminal of a bank's terminal
 * @param reference under which the payment will be reported
 * @param amount exactly what is to be taken, in yuan
 * @param state IN_FLIGHT; UNKNOWN: its time has passed, and the bill is held until somebody says what became of it; PAID
 *     or SUSPENDED: the money came; GIVEN_UP
 * @param inFlightUntil until when the money may be taken
 * @param receiptNumber of the payment under this reference; absent while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttemptView(
        UUID attemptId,
        UUID billId,
        String billStatus,
        AttemptChannel channel,
        @Nullable String collector,
        @Nullable String terminal,
        String reference,
        String amount,
        AttemptState state,
        OffsetDateTime begunAt,
        OffsetDateTime inFlightUntil,
        @Nullable String receiptNumber) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * A page, the oldest first.
     *
     * @param next for the query parameter {@code after} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<AttemptView> attempts, @Nullable UUID next) {
        Page {
            attempts = List.copyOf(attempts);
        }
    }

    /** From the columns of {@link AttemptSql}. */
    static AttemptView read(Row row) {
        var channel = AttemptChannel.valueOf(row.getString("channel"));
        return new AttemptView(
                row.getUUID("attempt_id"),
                row.getUUID("bill_id"),
                row.getString("bill_status"),
                channel,
                channel == AttemptChannel.APP ? null : row.getString("holder"),
                row.getString("terminal"),
                row.getString("reference"),
                new Money(row.getLong("amount_fen")).toYuan(),
                AttemptState.valueOf(row.getString("state")),
                here(row, "begun_at"),
                here(row, "in_flight_until"),
                row.getString("receipt_number"));
    }

    static OffsetDateTime here(Row row, String column) {
        return row.getOffsetDateTime(column).atZoneSameInstant(ZONE).toOffsetDateTime();
    }
}
