package org.lingbao.enrollment.person;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** A person's other documents: a clerk to whom one is shown records it. */
@Path("/persons/{personId}/documents")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DocumentResource {
    private final Documents documents;
    private final Callers callers;
    private final BusinessDay day;

    DocumentResource(Documents documents, Callers callers, BusinessDay day) {
        this.documents = documents;
        this.callers = callers;
        this.day = day;
    }

    @POST
    @RolesAllowed(Role.CLERK)
    @APIResponseSchema(value = DocumentView.class, responseCode = "201")
    public Uni<Response> add(@PathParam("personId") UUID personId, @Valid @NotNull DocumentRequest request) {
        var document = PersonChecks.document(request.kind(), request.identityNumber(), request.country(), day.today());
        return documents
                .add(callers.current(), personId, document)
                .map(added -> added.map(view -> Response.status(Response.Status.CREATED)
                                .entity(view)
                                .build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(DocumentView.All.class)
    public Uni<Response> list(@PathParam("personId") UUID personId) {
        return documents
                .of(callers.current(), personId)
                .map(found -> found.map(all -> Response.ok(all).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
