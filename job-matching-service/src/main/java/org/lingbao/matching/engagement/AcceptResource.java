package org.lingbao.matching.engagement;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** A gig is accepted. */
@Path("/gigs/{gigId}/engagements")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class AcceptResource {
    private final Accept accept;
    private final Callers callers;
    private final IdempotencyHeader header;

    AcceptResource(Accept accept, Callers callers, IdempotencyHeader header) {
        this.accept = accept;
        this.callers = callers;
        this.header = header;
    }

    @POST
    @RolesAllowed(Role.CITIZEN)
    @Operation(operationId = "acceptGig", summary = "A worker takes one of the places; there are never more (接受零工)")
    @APIResponseSchema(value = EngagementView.class, responseCode = "201")
    @APIResponse(responseCode = "422", description = "not so; every reason, such as GIG_FULL or ENGAGEMENT_OVERLAP")
    public Uni<Response> accept(
            @PathParam("gigId") UUID gigId, @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey) {
        var caller = callers.current();
        var key = header.key(caller, "accept-gig", idempotencyKey, gigId);
        return accept.handle(caller, key, gigId).map(Answer::toResponse);
    }
}
