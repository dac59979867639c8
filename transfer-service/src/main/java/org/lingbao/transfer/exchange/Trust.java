package org.lingbao.transfer.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether something was signed by whom it says. Pure: the list and the moments are told. */
final class Trust {
    /** Clocks differ by some minutes. */
    static final Duration SKEW = Duration.ofMinutes(5);

    /** For how long a copy may be valid at most. */
    static final Duration LONGEST = Duration.ofDays(7);

    private Trust() {}

    /**
     * Every reason not to believe that this party signed it; none, when it did.
     *
     * @param at the moment that it names
     * @param seen the moment at which it was taken
     */
    static Set<Refusal> doubts(String signed, String type, Party by, Instant at, TrustList list, Instant seen) {
        var member = list.of(by);
        if (member.isEmpty()) {
            return EnumSet.of(Refusal.SENDER_UNKNOWN);
        }
        var claim = Jose.claim(signed);
        var key = claim.flatMap(claimed -> member.get().signing(claimed.kid()));
        if (key.isEmpty()) {
            return EnumSet.of(Refusal.KEY_UNKNOWN);
        }
        var doubts = EnumSet.noneOf(Refusal.class);
        if (!key.get().provesAt(at, seen)) {
            doubts.add(Refusal.KEY_NOT_VALID);
        }
        if (!claim.get().type().equals(type) || !Jose.verifies(signed, key.get())) {
            doubts.add(Refusal.SIGNATURE_WRONG);
        }
        return doubts;
    }

    /** Every reason not to take this copy of a letter now. */
    static Set<Refusal> doubts(String signed, Envelope envelope, Party own, TrustList list, Instant now) {
        var doubts = doubts(signed, Envelope.TYPE, envelope.from(), envelope.sentAt(), list, now);
        if (!envelope.to().equals(own)) {
            doubts.add(Refusal.ADDRESSEE_WRONG);
        }
        if (now.isAfter(envelope.expiresAt())) {
            doubts.add(Refusal.MESSAGE_EXPIRED);
        }
        if (envelope.sentAt().isAfter(now.plus(SKEW))) {
            doubts.add(Refusal.SENT_LATER);
        }
        if (envelope.expiresAt().isAfter(envelope.sentAt().plus(LONGEST))) {
            doubts.add(Refusal.VALID_TOO_LONG);
        }
        return doubts;
    }

    /** The receipts of an answer, as far as they are the partner's. */
    static List<Receipt> receipts(List<String> signed, Party by, TrustList list, Instant seen) {
        return signed.stream()
                .flatMap(one -> receipt(one).stream()
                        .filter(receipt -> receipt.from().equals(by)
                                && doubts(one, Receipt.TYPE, by, receipt.at(), list, seen)
                                        .isEmpty()))
                .toList();
    }

    static Optional<Receipt> receipt(String signed) {
        return Jose.claim(signed).flatMap(claim -> Wire.read(claim.payload(), Receipt.class));
    }

    static Optional<Envelope> envelope(String signed) {
        return Jose.claim(signed).flatMap(claim -> Wire.read(claim.payload(), Envelope.class));
    }
}
