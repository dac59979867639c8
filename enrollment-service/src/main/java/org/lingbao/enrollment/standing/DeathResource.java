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

/** That a person died (死亡登记), and that this was recorded by mistake. */
@Path("/persons/{personId}/death")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DeathResource {
    private final RecordEnding endings;
    private final WithdrawDeath withdrawal;
    private final Callers callers;
    private final IdempotencyHeader keys;

    DeathResource(RecordEnding endings, WithdrawDeath withdrawal, Callers callers, IdempotencyHeader keys) {
        this.endings = endings;
        this.withdrawal = withdrawal;
        this.callers = callers;
        this.keys = keys;
    }

    @POST
    @RolesAllowed({Role.CLERK, Role.OPERATOR})
    @APIResponseSchema(EndingView.class)
    public Uni<Response> death(
            @PathParam("personId") UUID personId,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header,
            @Valid @NotNull DeathRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "death " + personId, header, request);
        return endings.death(caller, key, personId, request).map(Answer::toResponse);
    }

    @POST
    @Path("/withdrawal")
    @RolesAllowed(Role.CLERK)
    @APIResponseSchema(DeathWithdrawnView.class)
    public Uni<Response> withdraw(
            @PathParam("personId") UUID personId,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header,
            @Valid @NotNull DeathWithdrawalRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "withdraw death " + personId, header, request);
        return withdrawal.handle(caller, key, personId, request.claim()).map(Answer::toResponse);
    }
}
