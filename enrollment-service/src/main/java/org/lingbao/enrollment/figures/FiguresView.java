package org.lingbao.enrollment.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many are insured in an area as of a day. Relations are whole months: a day's figure is its month's.
 *
 * @param on the day; the tree is that of this day, too
 * @param total of the area with all that lies in it
 * @param unplaced of these, those of whom no more is known than the area itself; of a community all of its own
 * @param children of each that hangs under it
 */
record FiguresView(LocalDate on, YearMonth month, Part total, List<Insured> unplaced, List<Part> children) {

    /**
     * An area.
     *
     * @param insured by scheme and standing
     * @param pensionInsured persons in a basic pension scheme (基本养老保险), employee or resident; in both is once
     * @param population null where no feed covers the area: nobody guesses it
     * @param coverage {@code pensionInsured} of {@code population}, four decimals; absent with it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String area,
            String name,
            String level,
            List<Insured> insured,
            long pensionInsured,
            @Nullable Population population,
            @Nullable String coverage,
            @Nullable String whyNoCoverage) {}

    /**
     * Persons of a scheme; of work injury, which is per employer, relations.
     *
     * @param standing FLEXIBLE the person pays, EMPLOYED an employer
     */
    record Insured(String scheme, String standing, long persons) {}

    /** @param asOf the day that the feed is of; of several the oldest */
    record Population(long persons, LocalDate asOf) {}
}
