package org.lingbao.enrollment.rules;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.Revalidated;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.enrollment.joining.Warnings;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.rules.Law;
import org.lingbao.rules.value.Scheme;

/** Who may enroll where: the law of any place and day, for everybody and without a login. */
@Path("/rules/eligibility")
@Cancellable(false)
@PermitAll
@Revalidated
@Produces(MediaType.APPLICATION_JSON)
class EligibilityResource {
    private final BusinessDay day;
    private final Warnings warnings;

    EligibilityResource(BusinessDay day, Warnings warnings) {
        this.day = day;
        this.warnings = warnings;
    }

    @GET
    @NonBlocking
    @Operation(operationId = "showConditions", summary = "What a place asks of whoever wants to enroll (参保条件)")
    public ConditionsView conditions(
            @QueryParam("place") @Parameter(required = true) @Nullable String place,
            @QueryParam("scheme") @Parameter(required = true) @Nullable String scheme,
            @QueryParam("on") @Nullable String on) {
        var query = new Query();
        var askedPlace = query.place("place", place);
        var askedScheme = query.code("scheme", scheme, Scheme.class);
        var askedDay = query.day("on", on, day.today());
        query.refuseIfWrong();
        return ConditionsView.of(
                askedScheme.get(),
                askedPlace.get(),
                askedDay.get(),
                Law.standard().enrollment().conditions(askedScheme.get(), askedPlace.get(), askedDay.get()),
                warnings(askedScheme.get()));
    }

    @GET
    @Path("/answer")
    @NonBlocking
    @Operation(operationId = "askEligibility", summary = "Whether such a person could enroll (参保资格试算); nothing is kept")
    public EligibilityView answer(@BeanParam FactsQuery facts) {
        var asked = facts.read(day.today());
        return EligibilityView.of(
                Law.standard().enrollment().decide(asked.scheme(), asked.place(), asked.on(), asked.applicant()),
                warnings(asked.scheme()));
    }

    /** Of today, for whichever day is asked: it is today that somebody reads them. */
    private List<Finding> warnings(Scheme scheme) {
        return warnings.of(scheme, day.today());
    }
}
