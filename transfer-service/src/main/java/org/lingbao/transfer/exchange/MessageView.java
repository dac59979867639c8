package org.lingbao.transfer.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a message of a case stands; of its document only the type.
 *
 * @param direction {@code IN} or {@code OUT}
 * @param verdict {@code ACCEPTED} or {@code REJECTED}; none while it waits
 * @param codes of a rejection
 * @param problem why the last try brought no verdict
 * @param tries how often it was sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
        String direction,
        String partner,
        int sequence,
        UUID messageId,
        String documentType,
        Instant since,
        @Nullable String verdict,
        List<String> codes,
        List<String> problem,
        @Nullable Integer tries,
        @Nullable Instant nextTryAt,
        @Nullable Instant answeredAt) {

    static MessageView of(Row row) {
        return new MessageView(
                row.getString("direction"),
                row.getString("partner"),
                row.getInteger("sequence"),
                row.getUUID("message_id"),
                row.getString("document") + "@" + row.getInteger("version"),
                row.getOffsetDateTime("since").toInstant(),
                row.getString("verdict"),
                List.of(row.getArrayOfStrings("codes")),
                List.of(row.getArrayOfStrings("problem")),
                row.getInteger("tries"),
                instant(row, "next_try_at"),
                instant(row, "answered_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }
}
