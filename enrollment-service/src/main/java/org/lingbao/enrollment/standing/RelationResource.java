package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** A person's relations. */
@Path("/persons/{personId}/relations")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class RelationResource {
    private final ViewRelations view;
    private final Callers callers;

    RelationResource(ViewRelations view, Callers callers) {
        this.view = view;
        this.callers = callers;
    }

    @GET
    @APIResponseSchema(RelationView[].class)
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    public Uni<Response> list(@PathParam("personId") UUID personId) {
        return view.of(callers.current(), personId)
                .map(found -> found.map(relations -> Response.ok(relations).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
