package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key of a party, and when it is valid. Keys of one party overlap, so that nothing stops when they change.
 *
 * @param kid its name, unique within the party
 * @param jwk the key by RFC 7517; its {@code alg} alone says by which algorithm it is used
 * @param from valid from this moment
 * @param until and before this one; open when there is none
 * @param revoked from this moment nothing is taken any more that it has signed, whatever moment that names: who has
 *     stolen a key can date back. What was taken before stays proven
 */
record Key(
        String kid,
        Use use,
        Map<String, Object> jwk,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant revoked) {
    enum Use {
        @JsonProperty("sig")
        SIGNING,
        @JsonProperty("enc")
        ENCRYPTION
    }

    Key {
        requireNonNull(kid);
        requireNonNull(use);
        requireNonNull(from);
        jwk = Map.copyOf(jwk);
    }

    /** Whether it may be used at this moment. */
    boolean validAt(Instant moment) {
        return provesAt(moment, moment);
    }

    /**
     * Whether its signature proves anything.
     *
     * @param signed when it was made, as it says itself
     * @param seen when it was taken here
     */
    boolean provesAt(Instant signed, Instant seen) {
        return !signed.isBefore(from)
                && (until == null || signed.isBefore(until))
                && (revoked == null || seen.isBefore(revoked));
    }

    String algorithm() {
        return String.valueOf(jwk.get("alg"));
    }

    /** Private halves stay out of logs. */
    @Override
    public String toString() {
        return kid;
    }
}
