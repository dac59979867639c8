package org.lingbao.transfer.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A letter as it goes over the wire, signed now: each time it is sent it gets another signature, under the same id.
 *
 * @param signed the envelope with its signature
 * @param posted encrypted to the partner
 */
record Packed(Envelope envelope, String signed, String posted) {

    /** What all letters of this cell have in common at a moment. */
    record Desk(KeyFolder keys, Instant now, Duration validity) {}

    /** Its documents stay out of logs, also encrypted. */
    @Override
    public String toString() {
        return "Packed " + envelope.messageId();
    }

    static Packed of(
            Letter letter, Sealing.Content content, boolean repeated, TrustList.Member to, Key encryption, Desk desk) {
        var own = desk.keys().own();
        var now = desk.now().truncatedTo(ChronoUnit.MILLIS);
        var envelope = new Envelope(
                letter.messageId(),
                letter.caseId(),
                letter.sequence(),
                own.asParty(),
                to.asParty(),
                letter.document() + "@" + letter.version(),
                now,
                now.plus(desk.validity()),
                repeated ? letter.messageId() : null,
                Digest.of(content.salt(), content.document()));
        var signed = Jose.sign(Envelope.TYPE, Wire.write(envelope), own.signingAt(now));
        var parcel = new Parcel(signed, content.salt(), content.document());
        return new Packed(envelope, signed, Jose.encrypt(Wire.write(parcel), encryption));
    }
}
