package org.lingbao.enrollment.rules;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.Query.Asked;
import org.lingbao.rules.enrollment.Applicant;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.enrollment.Status;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** The facts of a person who is not named, as a query states them. */
class FactsQuery {
    @QueryParam("place")
    @Parameter(required = true)
    @Nullable
    String place;

    @QueryParam("scheme")
    @Parameter(required = true)
    @Nullable
    String scheme;

    @QueryParam("on")
    @Nullable
    String on;

    @QueryParam("birthDate")
    @Parameter(required = true)
    @Nullable
    String birthDate;

    @QueryParam("sex")
    @Parameter(required = true)
    @Nullable
    String sex;

    @QueryParam("category")
    @Parameter(required = true)
    @Nullable
    String category;

    @QueryParam("hukou")
    @Nullable
    String hukou;

    @QueryParam("residencePermit")
    @Nullable
    String residencePermit;

    @QueryParam("workPlace")
    @Nullable
    String workPlace;

    @QueryParam("licencePlace")
    @Nullable
    String licencePlace;

    @QueryParam("status")
    List<String> status = List.of();

    /** A question to the law of enrollment. */
    record Facts(Scheme scheme, Place place, LocalDate on, Applicant applicant) {}

    /** @throws org.lingbao.platform.problem.ProblemException 400 with all that is wrong */
    Facts read(LocalDate today) {
        var query = new Query();
        var askedScheme = query.code("scheme", scheme, Scheme.class);
        var askedPlace = query.place("place", place);
        var askedDay = query.day("on", on, today);
        var born = query.day("birthDate", birthDate);
        var askedSex = query.code("sex", sex, Sex.class);
        var askedCategory = query.code("category", category, Category.class);
        var askedHukou = query.placeIfAny("hukou", hukou);
        var askedPermit = query.placeIfAny("residencePermit", residencePermit);
        var askedWork = query.placeIfAny("workPlace", workPlace);
        var askedLicence = query.placeIfAny("licencePlace", licencePlace);
        var states = new ArrayList<Asked<Status>>();
        status.forEach(state -> states.add(query.code("status", state, Status.class)));
        query.refuseIfWrong();
        return new Facts(
                askedScheme.get(),
                askedPlace.get(),
                askedDay.get(),
                new Applicant(
                        born.get(),
                        askedSex.get(),
                        askedHukou.get().orElse(null),
                        askedPermit.get().orElse(null),
                        askedWork.get().orElse(null),
                        askedLicence.get().orElse(null),
                        askedCategory.get(),
                        states.stream().map(Asked::get).collect(Collectors.toSet())));
    }
}
