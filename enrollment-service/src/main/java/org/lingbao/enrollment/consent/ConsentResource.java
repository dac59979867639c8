package org.lingbao.enrollment.consent;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
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
    private static final int MOST = 200;

    private final Consents consents;
    private final ListConsents list;
    private final Purposes purposes;
    private final Assistance assistance;
    private final Callers callers;

    ConsentResource(Consents consents, ListConsents list, Purposes purposes, Assistance assistance, Callers callers) {
        this.consents = consents;
        this.list = list;
        this.purposes = purposes;
        this.assistance = assistance;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(
            operationId = "listConsents",
            summary = "A person's consents, those that have ended, too: who gave each, and how; the last one first")
    @APIResponseSchema(ConsentsView.class)
    public Uni<Response> list(
            @PathParam("personId") UUID personId,
            @QueryParam("after") @Id @Parameter(description = "next of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST) int limit) {
        return list.of(callers.current(), personId, after == null ? null : UUID.fromString(after), limit)
                .map(found -> found.map(page -> Response.ok(page).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
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
