package org.lingbao.transfer.rules;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.Query.Asked;
import org.lingbao.rules.Law;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.transfer.BenefitPlace;
import org.lingbao.rules.transfer.Career;
import org.lingbao.rules.transfer.Segment;
import org.lingbao.rules.value.Place;

/** A career as a query states it: where one has paid, from when until when, how many months. */
class CareerQuery {
    private static final String TEMPORARY = "temporary";
    private static final int PARTS = 4;
    private static final String FORM =
            "place,from,to,months and ',temporary' for a temporary account," + " such as 370000,2010-01,2020-10,130";

    @QueryParam("hukou")
    @Parameter(description = "missing for a person from Hong Kong, Macao or Taiwan without one")
    @Nullable
    String hukou;

    @QueryParam("relationPlace")
    @Parameter(required = true)
    @Nullable
    String relationPlace;

    @QueryParam("segment")
    @Parameter(required = true, description = FORM)
    List<String> segments = List.of();

    @QueryParam("on")
    @Nullable
    String on;

    /** A question to the law of transfer. */
    record Question(Career career, LocalDate on) {
        Explained<BenefitPlace> ask() {
            return Law.standard().transfer().benefitPlace(career, on);
        }
    }

    /** @throws org.lingbao.platform.problem.ProblemException 400 with all that is wrong */
    Question read(LocalDate today) {
        var query = new Query();
        var askedHukou = query.placeIfAny("hukou", hukou);
        var relation = query.place("relationPlace", relationPlace);
        var parts = new ArrayList<Asked<Segment>>();
        for (var segment : segments) {
            parts.add(query.value("segment", segment, CareerQuery::segment, FORM));
        }
        if (segments.isEmpty()) {
            query.wrong("segment", FORM);
        }
        var askedDay = query.day("on", on, today);
        query.refuseIfWrong();
        var career = new Career(
                askedHukou.get().orElse(null),
                relation.get(),
                parts.stream().map(Asked::get).toList());
        return new Question(career, askedDay.get());
    }

    private static Segment segment(String written) {
        var parts = List.of(written.split(",", -1));
        var temporary = parts.size() > PARTS;
        if (parts.size() < PARTS
                || temporary && !parts.subList(PARTS, parts.size()).equals(List.of(TEMPORARY))) {
            throw new IllegalArgumentException("not a segment");
        }
        return new Segment(
                new Place(parts.get(0)),
                YearMonth.parse(parts.get(1)),
                YearMonth.parse(parts.get(2)),
                Integer.parseInt(parts.get(PARTS - 1)),
                temporary);
    }
}
