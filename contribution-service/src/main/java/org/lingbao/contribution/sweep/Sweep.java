package org.lingbao.contribution.sweep;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.id.Ids;

/**
 * Something that is done to all persons (批次).
 *
 * @param from the first of the months that it is about
 * @param to the last of them
 * @param dry it only counts what it would do
 * @param askedOn the business day by which all of it is judged
 * @param terms what else the order says
 */
public record Sweep(
        UUID id, Kind kind, YearMonth from, YearMonth to, boolean dry, LocalDate askedOn, JsonObject terms) {

    /** What is done. */
    public enum Kind {
        /** Months that were paid before their own limits were published are topped up (补差). */
        ADJUSTMENT,
        /** A month is billed to all who are due (核定). */
        BILLING,
        /** A year's interest is credited to all individual accounts (结息). */
        INTEREST,
        /** Whoever is about to miss a window is reminded (催缴提醒). */
        REMINDER;

        /** As its addresses and the audit have it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that is to be ordered, with no terms but these. */
    public static Sweep of(Kind kind, YearMonth from, YearMonth to, boolean dry, LocalDate today) {
        return new Sweep(Ids.next(), kind, from, to, dry, today, new JsonObject());
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
