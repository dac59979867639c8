package org.lingbao.matching.matching;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Gigs for the caller. */
@Path("/workers/me/recommendations")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class RecommendationResource {
    private static final int MOST = 50;

    private final Recommend recommend;
    private final Callers callers;

    RecommendationResource(Recommend recommend, Callers callers) {
        this.recommend = recommend;
        this.callers = callers;
    }

    @GET
    @RolesAllowed(Role.CITIZEN)
    @Operation(operationId = "recommendGigs", summary = "Gigs for the caller, the best first, with reasons (岗位推荐)")
    @APIResponse(responseCode = "422", description = "the consent or the statement that is missing")
    public Uni<Recommendations.ForWorker> gigs(@QueryParam("limit") @DefaultValue("20") @Min(1) @Max(MOST) int limit) {
        return recommend.handle(callers.current(), limit);
    }
}
