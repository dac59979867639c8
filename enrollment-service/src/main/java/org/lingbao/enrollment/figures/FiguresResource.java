package org.lingbao.enrollment.figures;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.wire.Day;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** Figures: how many are insured, of how many people, per area and as of a day. */
@Path("/figures/insured")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class FiguresResource {
    private final InsuredFigures figures;
    private final CheckFigures check;
    private final Callers callers;
    private final BusinessDay day;

    FiguresResource(InsuredFigures figures, CheckFigures check, Callers callers, BusinessDay day) {
        this.figures = figures;
        this.check = check;
        this.callers = callers;
        this.day = day;
    }

    @GET
    @RolesAllowed({Role.CLERK, Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(FiguresView.class)
    public Uni<Response> insured(
            @QueryParam("area") @Nullable String area, @QueryParam("on") @Day @Nullable String on) {
        var query = new Query();
        var asked = query.value("area", area, OrganisationCode::new, "the code of an area, such as 370700");
        var asOf = query.day("on", on, day.today());
        query.refuseIfWrong();
        return figures.handle(callers.current(), asked.get(), asOf.get())
                .map(found -> found.map(view -> Response.ok(view).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }

    @GET
    @Path("/check")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    public Uni<FigureCheckView> check() {
        return check.run();
    }
}
