package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log: a letter that came with its answer, a letter that is about to be sent, or what was answered to it.
 *
 * @param direction {@code IN} or {@code OUT}
 * @param envelope signed (JWS); none where only the answer is told
 * @param receipts signed (JWS), each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogLine(
        long position,
        Instant at,
        String direction,
        String partner,
        UUID caseId,
        UUID messageId,
        int sequence,
        @Nullable String envelope,
        List<String> receipts) {
    LogLine {
        requireNonNull(at);
        requireNonNull(direction);
        requireNonNull(partner);
        requireNonNull(caseId);
        requireNonNull(messageId);
        receipts = List.copyOf(requireNonNull(receipts));
    }
}
