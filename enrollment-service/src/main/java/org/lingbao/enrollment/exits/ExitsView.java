package org.lingbao.enrollment.exits;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.shortfall.Exit;
import org.lingbao.rules.trace.Trace;

/**
 * What was shown to a person who joins late, word for word as it is kept.
 *
 * @param version of the words; who acknowledges names it
 * @param reachesAgeIn the month of the statutory retirement age
 * @param knownMonths months before, of which this province knows; those paid elsewhere come with a transfer
 * @param monthsAhead months from now to the age
 * @param minimumMonths what the law asks for
 * @param missingMonths how many are missing
 * @param seenOn the business day on which the person acknowledged it; absent until then
 * @param calculation the tree of rules, articles, inputs and outcomes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExitsView(
        int version,
        Words detail,
        YearMonth reachesAgeIn,
        int knownMonths,
        int monthsAhead,
        int minimumMonths,
        int missingMonths,
        List<WayView> ways,
        LocalDate shownOn,
        @Nullable LocalDate seenOn,
        @Schema(implementation = Trace.class) JsonNode calculation) {
    public ExitsView {
        ways = List.copyOf(ways);
    }

    /** The same, acknowledged. */
    ExitsView seen(LocalDate on) {
        return new ExitsView(
                version,
                detail,
                reachesAgeIn,
                knownMonths,
                monthsAhead,
                minimumMonths,
                missingMonths,
                ways,
                shownOn,
                on,
                calculation);
    }

    /**
     * One exit; amounts in yuan by today's rules, absent where those of the place are not loaded.
     *
     * @param months to be paid after the age
     * @param until the last of them
     * @param monthly the least that a month costs
     * @param total the least that all of them cost
     * @param years that the months count as in the resident scheme
     * @param lowestTier the least that is paid there for a year
     * @param highestTier the most
     * @param basicPension what government pays there a month beside the account
     * @param articles on which it rests
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WayView(
            Exit exit,
            Words detail,
            @Nullable Integer months,
            @Nullable YearMonth until,
            @Nullable String monthly,
            @Nullable String total,
            @Nullable Integer years,
            @Nullable String lowestTier,
            @Nullable String highestTier,
            @Nullable String basicPension,
            List<String> articles) {
        public WayView {
            articles = List.copyOf(articles);
        }
    }

    /** Both languages, because it is also printed. */
    public record Words(String zh, String en) {}
}
