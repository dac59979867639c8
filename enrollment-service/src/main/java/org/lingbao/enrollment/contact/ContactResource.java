package org.lingbao.enrollment.contact;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.personal.Address;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** By what a person is reached. */
@Path("/persons/{personId}/contacts")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ContactResource {
    private final Contacts contacts;
    private final Assistance assistance;
    private final Callers callers;

    ContactResource(Contacts contacts, Assistance assistance, Callers callers) {
        this.contacts = contacts;
        this.assistance = assistance;
        this.callers = callers;
    }

    @PUT
    @Path("/phone")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(ContactView.class)
    public Uni<Response> phone(@PathParam("personId") UUID personId, @Valid @NotNull PhoneRequest request) {
        var via = assistance.via(callers.current(), request.channel(), request.confirmation());
        return contacts.phone(via, personId, new PhoneNumber(request.phone())).map(ContactResource::answer);
    }

    @PUT
    @Path("/address")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(ContactView.class)
    public Uni<Response> address(@PathParam("personId") UUID personId, @Valid @NotNull AddressRequest request) {
        var via = assistance.via(callers.current(), request.channel(), request.confirmation());
        return contacts.address(via, personId, new Address(request.address().strip()))
                .map(ContactResource::answer);
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(ContactView.All.class)
    public Uni<Response> list(@PathParam("personId") UUID personId) {
        return contacts.of(callers.current(), personId).map(ContactResource::answer);
    }

    private static <T> Response answer(Optional<T> found) {
        return found.map((Function<T, Response>) view -> Response.ok(view).build())
                .orElseGet(() -> Problem.notFound().toResponse());
    }
}
