package org.lingbao.matching.matching;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Workers for a gig of the caller's. */
@Path("/gigs/{gigId}/candidates")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class CandidateResource {
    private static final int MOST = 50;

    private final Candidates candidates;
    private final Callers callers;

    CandidateResource(Candidates candidates, Callers callers) {
        this.candidates = candidates;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "recommendWorkers", summary = "Workers for a gig, the best first, with reasons (零工推荐)")
    public Uni<Recommendations.ForGig> workers(
            @PathParam("gigId") UUID gigId, @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(MOST) int limit) {
        return candidates.handle(callers.current(), gigId, limit);
    }
}
