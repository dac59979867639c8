package org.lingbao.transfer.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What came out of something that was posted here. */
sealed interface Opened {
    /**
     * A letter of whom it says.
     *
     * @param signed the envelope with its signature
     */
    record Trusted(Envelope envelope, String signed, JsonNode document) implements Opened {
        Letter letter() {
            return new Letter(
                    envelope.messageId(),
                    envelope.caseId(),
                    envelope.sequence(),
                    envelope.from().province(),
                    envelope.document(),
                    envelope.version(),
                    document);
        }

        /** The document stays out of logs. */
        @Override
        public String toString() {
            return "Trusted " + envelope.messageId();
        }
    }

    /**
     * Nothing to be believed.
     *
     * @param claimed what it says of itself, if that can be read
     */
    record Refused(List<Refusal> reasons, Optional<Envelope> claimed) implements Opened {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    static Opened of(String posted, KeyFolder keys, Instant now) {
        var parcel = Jose.decrypt(posted, keys.own()).flatMap(text -> Wire.read(text, Parcel.class));
        var envelope = parcel.flatMap(inside -> Trust.envelope(inside.envelope()));
        if (parcel.isEmpty() || envelope.isEmpty()) {
            return new Refused(List.of(Refusal.NOT_READABLE), Optional.empty());
        }
        var inside = parcel.get();
        var doubts = EnumSet.noneOf(Refusal.class);
        doubts.addAll(Trust.doubts(inside.envelope(), envelope.get(), keys.own().asParty(), keys.trust(), now));
        if (!Digest.of(inside.salt(), inside.document()).equals(envelope.get().digest())) {
            doubts.add(Refusal.DIGEST_WRONG);
        }
        var document = Wire.readTree(inside.document());
        if (document.isEmpty()) {
            doubts.add(Refusal.NOT_READABLE);
        }
        return doubts.isEmpty()
                ? new Trusted(envelope.get(), inside.envelope(), document.orElseThrow())
                : refused(doubts, envelope.get());
    }

    private static Refused refused(Set<Refusal> doubts, Envelope claimed) {
        return new Refused(List.copyOf(doubts), Optional.of(claimed));
    }
}
