package org.lingbao.enrollment.duplicate;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Possible matches: a task names one, somebody who sees both looks at them and says what they are. */
@Path("/possible-matches")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class MatchResource {
    private static final CacheControl NO_STORE = CacheControl.valueOf("no-store");

    private final Matches matches;
    private final DecideMatch decide;
    private final Callers callers;

    MatchResource(Matches matches, DecideMatch decide, Callers callers) {
        this.matches = matches;
        this.decide = decide;
        this.callers = callers;
    }

    @GET
    @Path("/{matchId}")
    @RolesAllowed({Role.CLERK, Role.OPERATOR})
    @APIResponseSchema(MatchView.class)
    public Uni<Response> show(@PathParam("matchId") UUID matchId) {
        return matches.show(callers.current(), matchId)
                .map(match -> Response.ok(match).cacheControl(NO_STORE).build());
    }

    @POST
    @Path("/{matchId}/decision")
    @RolesAllowed({Role.CLERK, Role.OPERATOR})
    @APIResponseSchema(MatchView.class)
    public Uni<Response> decide(@PathParam("matchId") UUID matchId, @Valid @NotNull DecisionRequest request) {
        return decide.handle(callers.current(), matchId, request.word(), request.survivor())
                .map(Answer::toResponse);
    }
}
