package org.lingbao.enrollment.organisation;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.wire.Day;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** Organisations: the tree as of a day; an operator moves what moves and takes employers in. */
@Path("/organisations")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OrganisationResource {
    private static final String FORM =
            "the code of an organisation: six digits, nine, twelve, or a unified social credit code";

    private final ShowOrganisation show;
    private final MoveOrganisation move;
    private final Callers callers;
    private final IdempotencyHeader keys;
    private final BusinessDay day;

    OrganisationResource(
            ShowOrganisation show, MoveOrganisation move, Callers callers, IdempotencyHeader keys, BusinessDay day) {
        this.show = show;
        this.move = move;
        this.callers = callers;
        this.keys = keys;
        this.day = day;
    }

    @GET
    @Path("/{organisation}")
    @RolesAllowed({Role.CLERK, Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(OrganisationView.class)
    public Uni<Response> show(
            @PathParam("organisation") String code,
            @QueryParam("on") @Day @Nullable String on,
            @QueryParam("after") @Nullable String after) {
        var query = new Query();
        var asked = query.day("on", on, day.today());
        query.refuseIfWrong();
        return Organisations.read(code)
                .map(known -> show.handle(callers.current(), known, asked.get(), after))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.map(
                                organisation -> Response.ok(organisation).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }

    @POST
    @Path("/{organisation}/moves")
    @RolesAllowed(Role.OPERATOR)
    @APIResponseSchema(value = MoveView.class, responseCode = "201")
    public Uni<Response> move(
            @PathParam("organisation") String code,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header,
            @Valid @NotNull MoveRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "move-organisation " + code, header, request);
        var query = new Query();
        var parent = query.value("parent", request.parent(), OrganisationCode::new, FORM);
        query.refuseIfWrong();
        return Organisations.read(code)
                .map(known -> move.handle(caller, key, known, parent.get(), LocalDate.parse(request.from()))
                        .map(Answer::toResponse))
                .orElseGet(() -> Uni.createFrom().item(Problem.notFound().toResponse()));
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @APIResponseSchema(value = MoveView.class, responseCode = "201")
    public Uni<Response> add(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, @Valid @NotNull EmployerRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "add-employer", header, request);
        var query = new Query();
        var code = query.value("code", request.code(), OrganisationCode::new, FORM);
        var parent = query.value("parent", request.parent(), OrganisationCode::new, FORM);
        query.refuseIfWrong();
        return move.add(caller, key, code.get(), request.name().strip(), parent.get(), LocalDate.parse(request.from()))
                .map(Answer::toResponse);
    }
}
