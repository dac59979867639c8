package org.lingbao.contribution.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The business day for which a payment counts. A terminal may send it hours late; then the day counts on which it took
 * the money, as it attests, within the partner's tolerance. Older than that, or from the future, the attestation is not
 * taken, and the day of the booking counts.
 */
public final class AttestedDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private AttestedDay() {}

    /**
     * @param occurredAt when the terminal took the money, as it says
     * @param bookedOn the business day of the booking
     * @param tolerance how many whole days it may be late
     */
    public static LocalDate of(Instant occurredAt, LocalDate bookedOn, Duration tolerance) {
        var attested = occurredAt.atZone(ZONE).toLocalDate();
        var taken = !attested.isAfter(bookedOn) && !attested.isBefore(bookedOn.minusDays(tolerance.toDays()));
        return taken ? attested : bookedOn;
    }
}
