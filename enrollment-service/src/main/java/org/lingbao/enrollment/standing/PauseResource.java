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
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
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
    private final Assistance assistance;
    private final Callers callers;
    private final IdempotencyHeader keys;

    PauseResource(PauseRelation pauses, Assistance assistance, Callers callers, IdempotencyHeader keys) {
        this.pauses = pauses;
        this.assistance = assistance;
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
        var via = via(request);
        var key = keys.key(via.caller(), "pause " + relationId, header, request);
        return pauses.pause(via, key, relationId, request.from()).map(Answer::toResponse);
    }

    @POST
    @Path("/resume")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(PauseView.class)
    public Uni<Response> resume(
            @PathParam("relationId") UUID relationId,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header,
            @Valid @NotNull PauseRequest request) {
        var via = via(request);
        var key = keys.key(via.caller(), "resume " + relationId, header, request);
        return pauses.resume(via, key, relationId, request.from()).map(Answer::toResponse);
    }

    private Via via(PauseRequest request) {
        return assistance.via(callers.current(), request.channel(), request.confirmation());
    }
}
