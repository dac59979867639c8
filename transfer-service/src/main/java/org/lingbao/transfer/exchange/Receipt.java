package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is signed of an answer (回执). It names the letter by id and digest, so that it proves itself later.
 *
 * @param from who got the letter and answers
 * @param to its sender; nobody where the letter does not say who that is
 * @param codes of a rejection
 * @param expected of a missing one: from where on to send
 * @param refused of a letter that was not taken at all: the digest of what came over the wire
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Receipt(
        Kind kind,
        @Nullable UUID messageId,
        @Nullable String digest,
        Party from,
        @Nullable Party to,
        List<String> codes,
        @Nullable Integer expected,
        @Nullable String refused,
        Instant at) {
    static final String TYPE = "lingbao-receipt+jws";

    /** Codes and nothing else: what a partner writes is kept and shown. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private static final int MOST_CODES = 100;

    enum Kind {
        /** It came and can be read. */
        RECEIVED,
        /** It was taken. */
        ACCEPTED,
        /** It was not, with every code. */
        REJECTED,
        /** Others of the case are missing before it. */
        MISSING
    }

    Receipt {
        requireNonNull(kind);
        requireNonNull(from);
        requireNonNull(at);
        codes = codes == null ? List.of() : List.copyOf(codes);
        if (codes.size() > MOST_CODES || !codes.stream().allMatch(CODE.asMatchPredicate())) {
            throw new IllegalArgumentException("not codes");
        }
        if ((kind == Kind.REJECTED) == codes.isEmpty() || (kind == Kind.MISSING) == (expected == null)) {
            throw new IllegalArgumentException("not a receipt");
        }
    }

    static Receipt of(Envelope letter, Kind kind, List<String> codes, @Nullable Integer expected, Instant at) {
        return new Receipt(
                kind, letter.messageId(), letter.digest(), letter.to(), letter.from(), codes, expected, null, at);
    }

    /** Whether it answers this letter, and comes from whom the letter was for. */
    boolean answers(Envelope letter) {
        return letter.messageId().equals(messageId)
                && letter.digest().equals(digest)
                && letter.to().equals(from)
                && letter.from().equals(to);
    }

    /** What it says for ever, if it does. */
    @JsonIgnore
    Optional<Verdict> verdict() {
        return refused != null
                ? Optional.empty()
                : switch (kind) {
                    case ACCEPTED -> Optional.of(new Verdict.Accepted());
                    case REJECTED -> Optional.of(new Verdict.Rejected(codes));
                    case RECEIVED, MISSING -> Optional.empty();
                };
    }
}
