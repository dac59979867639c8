package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Pausing and resuming what a person pays (中断、恢复缴费). */
@Path("/relations/{relationId}")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PauseResource {
    private final PauseRelation pauses;
    private final Callers callers;
    private final IdempotencyHeader keys;

    PauseResource(PauseRelation pauses, Callers callers, IdempotencyHeader keys) {
        this.pauses = pauses;
        this.callers = callers;
        this.keys = keys;
    }

    @POST
    @Path("/pause")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(PauseView.class)
    public Uni<Response> pause(
            @PathParam("relationId") UUID relationId,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header,
            @Valid @NotNull PauseRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "pause " + relationId, header, request);
        return pauses.pause(caller, key, relationId, request.from()).map(Answer::toResponse);
    }

    @POST
    @Path("/resume")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(PauseView.class)
    public Uni<Response> resume(
            @PathParam("relationId") UUID relationId,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header,
            @Valid @NotNull PauseRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "resume " + relationId, header, request);
        return pauses.resume(caller, key, relationId, request.from()).map(Answer::toResponse);
    }
}
