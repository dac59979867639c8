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

/** That a person draws a pension (领取待遇). */
@Path("/persons/{personId}/retirement")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RetirementResource {
    private final RecordEnding endings;
    private final Callers callers;
    private final IdempotencyHeader keys;

    RetirementResource(RecordEnding endings, Callers callers, IdempotencyHeader keys) {
        this.endings = endings;
        this.callers = callers;
        this.keys = keys;
    }

    @POST
    @RolesAllowed({Role.CLERK, Role.OPERATOR})
    @APIResponseSchema(EndingView.class)
    public Uni<Response> retirement(
            @PathParam("personId") UUID personId,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header,
            @Valid @NotNull RetirementRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "retirement " + personId, header, request);
        return endings.retirement(caller, key, personId, request).map(Answer::toResponse);
    }
}
