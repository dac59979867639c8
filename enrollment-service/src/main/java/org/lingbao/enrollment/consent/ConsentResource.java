package org.lingbao.enrollment.consent;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** A person's consents. */
@Path("/persons/{personId}/consents")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ConsentResource {
    private final Consents consents;
    private final Purposes purposes;
    private final Assistance assistance;
    private final Callers callers;

    ConsentResource(Consents consents, Purposes purposes, Assistance assistance, Callers callers) {
        this.consents = consents;
        this.purposes = purposes;
        this.assistance = assistance;
        this.callers = callers;
    }

    @POST
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    public Uni<Response> grant(@PathParam("personId") UUID personId, @Valid @NotNull ConsentRequest request) {
        var purpose = purposes.inForce(request.purpose(), request.version());
        var via = assistance.via(callers.current(), request.channel(), request.confirmation());
        return consents.grant(via, personId, purpose)
                .map(consent ->
                        Response.status(Response.Status.CREATED).entity(consent).build());
    }

    @DELETE
    @Path("/{purpose}")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    public Uni<Response> revoke(
            @PathParam("personId") UUID personId,
            @PathParam("purpose") String purpose,
            @QueryParam("channel") @Size(min = 1, max = 64) @Nullable String channel) {
        if (purposes.find(purpose).isEmpty()) {
            return Uni.createFrom().item(Problem.notFound().toResponse());
        }
        return consents.revoke(assistance.via(callers.current(), channel, null), personId, purpose)
                .map(done -> Response.noContent().build());
    }
}
