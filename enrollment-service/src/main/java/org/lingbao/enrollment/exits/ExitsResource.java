package org.lingbao.enrollment.exits;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** A person who joined late acknowledges the exits that the receipt showed. */
@Path("/enrollments/{enrollmentId}/exits-seen")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ExitsResource {
    private final SeeExits see;
    private final Assistance assistance;
    private final Callers callers;

    ExitsResource(SeeExits see, Assistance assistance, Callers callers) {
        this.see = see;
        this.assistance = assistance;
        this.callers = callers;
    }

    @POST
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(operationId = "acknowledgeExits", summary = "Acknowledge what was shown to a late joiner (已知悉告知确认)")
    @APIResponseSchema(ExitsView.class)
    public Uni<Response> seen(@PathParam("enrollmentId") UUID enrollmentId, @Valid @NotNull ExitsSeenRequest request) {
        var via = assistance.via(callers.current(), request.channel(), request.confirmation());
        return see.handle(via, enrollmentId, request.version())
                .map(found -> found.map(exits -> Response.ok(exits).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
