package org.lingbao.contribution.sweep;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done to all persons (批次).
 *
 * @param from the first of the months that it is about
 * @param to the last of them
 * @param dry it only counts what it would do
 * @param askedOn the business day by which all of it is judged
 */
public record Sweep(UUID id, Kind kind, YearMonth from, YearMonth to, boolean dry, LocalDate askedOn) {

    /** What is done. */
    public enum Kind {
        /** Months that were paid before their own limits were published are topped up (补差). */
        ADJUSTMENT,
        /** Whoever is about to miss a window is reminded (催缴提醒). */
        REMINDER
    }

    /**
     * The persons of one transaction.
     *
     * @param from the first id
     * @param below the first id of the next bucket; null: there is none
     */
    public record Bucket(
            Sweep sweep, int number, UUID from, @Nullable UUID below) {}
}
