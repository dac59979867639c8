package org.lingbao.enrollment.employment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** A person's employment registrations. */
@Path("/persons/{personId}/employment-registrations")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class PersonRegistrationsResource {
    private final ViewRegistrations registrations;
    private final Callers callers;

    PersonRegistrationsResource(ViewRegistrations registrations, Callers callers) {
        this.registrations = registrations;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(
            operationId = "listEmploymentRegistrations",
            summary = "A person's registrations, the one that holds last")
    @APIResponseSchema(RegistrationView[].class)
    public Uni<Response> list(@PathParam("personId") UUID personId) {
        return registrations
                .of(callers.current(), personId)
                .map(found -> found.map(all -> Response.ok(all).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
