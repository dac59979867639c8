package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is signed of a letter: everything but its document, of which only the digest is in it. So it can be kept and shown
 * when the document is gone.
 *
 * @param documentType type and version, such as {@code TR02@1}
 * @param sentAt when this copy was signed; its key must be valid then
 * @param expiresAt after it nobody takes this copy
 * @param replayOf the message's id, when it was sent before
 * @param digest see {@link Digest}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Envelope(
        UUID messageId,
        UUID caseId,
        int sequence,
        Party from,
        Party to,
        String documentType,
        Instant sentAt,
        Instant expiresAt,
        @Nullable UUID replayOf,
        String digest) {
    /** What the signature says it is of, so that one of something else never counts. */
    static final String TYPE = "lingbao-envelope+jws";

    private static final Pattern DOCUMENT = Pattern.compile("[A-Z]{2}[0-9]{2}@[1-9][0-9]{0,3}");

    Envelope {
        requireNonNull(messageId);
        requireNonNull(caseId);
        requireNonNull(from);
        requireNonNull(to);
        requireNonNull(sentAt);
        requireNonNull(expiresAt);
        if (sequence < 1 || !DOCUMENT.matcher(documentType).matches() || !Digest.isOne(digest)) {
            throw new IllegalArgumentException("not an envelope");
        }
    }

    @JsonIgnore
    String document() {
        return documentType.substring(0, documentType.indexOf('@'));
    }

    @JsonIgnore
    int version() {
        return Integer.parseInt(documentType.substring(documentType.indexOf('@') + 1));
    }
}
