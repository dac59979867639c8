package org.lingbao.enrollment.joining;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** A person's applications. */
@Path("/persons/{personId}/enrollments")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class PersonEnrollmentsResource {
    private static final int MOST = 200;

    private final ListEnrollments enrollments;
    private final Callers callers;

    PersonEnrollmentsResource(ListEnrollments enrollments, Callers callers) {
        this.enrollments = enrollments;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(
            operationId = "listEnrollments",
            summary = "A person's applications, accepted and refused, the last one first")
    @APIResponseSchema(EnrollmentsView.class)
    public Uni<Response> list(
            @PathParam("personId") UUID personId,
            @QueryParam("after") @Id @Parameter(description = "next of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST) int limit) {
        return enrollments
                .of(callers.current(), personId, after == null ? null : UUID.fromString(after), limit)
                .map(found -> found.map(page -> Response.ok(page).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
