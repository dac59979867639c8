package org.lingbao.matching.gig;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.matching.gig.domain.Grams;
import org.lingbao.matching.wire.Area;

/** The parameters of a search for gigs. */
class GigQuery {
    private static final String TEXT = "words to look for, at most 100 characters";

    @QueryParam("text")
    @Parameter(description = "what somebody types; Chinese needs no spaces")
    @Nullable
    String text;

    @BeanParam
    Area area = new Area();

    @QueryParam("startsFrom")
    @Parameter(description = "begins on this day or later")
    @Nullable
    String startsFrom;

    @QueryParam("occupation")
    @Size(max = 30)
    @Nullable
    String occupation;

    @QueryParam("after")
    @Parameter(description = "next of the page before, unchanged")
    @Nullable
    String after;

    GigSearch.Wanted read(GigSearch search, int most) {
        var query = new Query();
        var words = query.valueIfAny("text", text, GigQuery::words, TEXT);
        var where = area.read(query);
        var start = query.day("startsFrom", startsFrom, LocalDate.EPOCH);
        var from = query.valueIfAny(
                "after",
                after,
                cursor -> {
                    search.check(cursor);
                    return cursor;
                },
                "next of the page before");
        query.refuseIfWrong();
        var asked = where.get();
        return new GigSearch.Wanted(
                words.get().orElse(null),
                asked.place(),
                asked.near(),
                asked.radiusMetres(),
                start.get(),
                occupation,
                from.get().orElse(null),
                most);
    }

    private static String words(String text) {
        if (text.length() > 100 || Grams.ofQuestion(text).isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        return text;
    }
}
