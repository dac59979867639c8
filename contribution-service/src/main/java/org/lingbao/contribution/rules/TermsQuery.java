package org.lingbao.contribution.rules;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Terms;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** For which place, scheme and month, and as known on which day: today and its month where none is given. */
class TermsQuery {
    @QueryParam("place")
    @Parameter(required = true)
    @Nullable
    String place;

    @QueryParam("scheme")
    @Parameter(required = true)
    @Nullable
    String scheme;

    @QueryParam("month")
    @Nullable
    String month;

    @QueryParam("on")
    @Nullable
    String on;

    /** The subject of a question, as every answer repeats it. */
    record Subject(Place place, Scheme scheme, YearMonth month, LocalDate on) {
        Terms terms() {
            return Law.standard().contribution().terms(place, scheme, month, on);
        }
    }

    Query.Asked<Subject> ask(Query query, LocalDate today) {
        var askedPlace = query.place("place", place);
        var askedScheme = query.code("scheme", scheme, Scheme.class);
        var askedMonth = query.month("month", month, YearMonth.from(today));
        var askedDay = query.day("on", on, today);
        return () -> new Subject(askedPlace.get(), askedScheme.get(), askedMonth.get(), askedDay.get());
    }

    /** @throws org.lingbao.platform.problem.ProblemException 400 with all that is wrong */
    Subject read(LocalDate today) {
        var query = new Query();
        var subject = ask(query, today);
        query.refuseIfWrong();
        return subject.get();
    }
}
