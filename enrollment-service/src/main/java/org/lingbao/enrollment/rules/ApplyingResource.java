package org.lingbao.enrollment.rules;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.Revalidated;
import org.lingbao.enrollment.joining.Warnings;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.rules.Law;
import org.lingbao.rules.value.Scheme;

/** What to bring and where to go, for everybody and without a login. */
@Path("/rules/applying")
@Cancellable(false)
@PermitAll
@Revalidated
@Produces(MediaType.APPLICATION_JSON)
class ApplyingResource {
    private final BusinessDay day;
    private final Warnings warnings;

    ApplyingResource(BusinessDay day, Warnings warnings) {
        this.day = day;
        this.warnings = warnings;
    }

    @GET
    @NonBlocking
    @Operation(
            operationId = "showHowToApply",
            summary = "What to bring and where to apply to enroll in the employee scheme (办事指南)")
    public ApplyingView applying(
            @QueryParam("place") @Parameter(required = true) @Nullable String place,
            @QueryParam("on") @Nullable String on) {
        var query = new Query();
        var asked = query.place("place", place);
        var askedDay = query.day("on", on, day.today());
        query.refuseIfWrong();
        return ApplyingView.of(
                asked.get(),
                askedDay.get(),
                Law.standard().applying().in(asked.get(), askedDay.get()),
                warnings.of(Scheme.EMPLOYEE, day.today()));
    }
}
