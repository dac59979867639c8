package org.lingbao.enrollment.person;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.organisation.Organisations;
import org.lingbao.enrollment.organisation.Seat;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Persons: register, look up, show; to a service of the cell, with whole number and name. */
@Path("/persons")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PersonResource {
    private static final CacheControl NO_STORE = CacheControl.valueOf("no-store");

    private final Register register;
    private final ViewPerson view;
    private final Assistance assistance;
    private final Callers callers;
    private final IdempotencyHeader keys;
    private final Organisations organisations;
    private final BusinessDay day;

    PersonResource(
            Register register,
            ViewPerson view,
            Assistance assistance,
            Callers callers,
            IdempotencyHeader keys,
            Organisations organisations,
            BusinessDay day) {
        this.register = register;
        this.view = view;
        this.assistance = assistance;
        this.callers = callers;
        this.keys = keys;
        this.organisations = organisations;
        this.day = day;
    }

    @POST
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK})
    @APIResponseSchema(value = PersonView.class, responseCode = "201")
    public Uni<Response> register(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, @Valid @NotNull RegisterRequest request) {
        var caller = callers.current();
        Assistance.refuseWithoutTerminal(caller);
        var key = keys.key(caller, "register", header, request);
        var via = Via.of(caller, request.channel(), request.confirmation());
        var unknown = assistance.unknownIfAny(caller, request.channel());
        var unconfirmed = via.isAtTerminal() ? assistance.unconfirmed(via) : Optional.<Violation>empty();
        return seat(request.community())
                .map(community -> PersonChecks.registration(request, community, day.today(), unknown, unconfirmed))
                .chain(registration ->
                        seat(caller.organization()).chain(agency -> register(via, key, registration, agency)))
                .map(Answer::toResponse);
    }

    private Uni<Answer> register(Via via, IdempotencyKey key, Registration registration, Optional<Seat> agency) {
        var caller = via.caller();
        return Uni.createFrom()
                .deferred(() -> register.handle(via, key, registration, agency))
                .onFailure(Register::lostTheRace)
                .retry()
                .atMost(1)
                .onFailure(failure -> via.isAssisted() && failure instanceof ProblemException)
                .call(() -> view.refusedAtCounter(caller));
    }

    /** Where an organisation is today; empty where none is named, or there is none. */
    private Uni<Optional<Seat>> seat(@Nullable String code) {
        return Organisations.read(code)
                .map(known -> organisations.seat(known, day.today()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    @POST
    @Path("/lookup")
    @RolesAllowed({Role.BANK, Role.CLERK, Role.SERVICE})
    @APIResponseSchema(PersonView.class)
    public Uni<Response> lookup(@Valid @NotNull LookupRequest request) {
        var document = PersonChecks.document(request.kind(), request.identityNumber(), request.country(), day.today());
        return view.byDocument(callers.current(), document).map(PersonResource::answer);
    }

    @POST
    @Path("/{personId}/identity")
    @RolesAllowed(Role.SERVICE)
    @APIResponseSchema(IdentityView.class)
    public Uni<Response> identity(@PathParam("personId") UUID personId) {
        return view.identity(callers.current(), personId)
                .map(found -> found.map(identity ->
                                Response.ok(identity).cacheControl(NO_STORE).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }

    @GET
    @Path("/me")
    @RolesAllowed(Role.CITIZEN)
    @APIResponseSchema(PersonView.class)
    public Uni<Response> me() {
        return view.own(callers.current()).map(PersonResource::answer);
    }

    @GET
    @Path("/{personId}")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(PersonView.class)
    public Uni<Response> show(@PathParam("personId") UUID personId) {
        return view.byId(callers.current(), personId).map(PersonResource::answer);
    }

    private static Response answer(Optional<PersonView> found) {
        return found.map(person -> Response.ok(person).build())
                .orElseGet(() -> Problem.notFound().toResponse());
    }
}
