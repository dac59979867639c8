package org.lingbao.enrollment.takeover;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.enrollment.lines.WrongLines;
import org.lingbao.enrollment.lines.WrongLines.After;
import org.lingbao.enrollment.takeover.TakePart.Which;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.value.Place;

/** Registers that other systems kept: announced, sent in parts, reported. */
@Path("/takeovers")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TakeoverResource {
    private final Takeovers takeovers;
    private final TakePart take;
    private final Callers callers;
    private final IdempotencyHeader keys;
    private final String cell;

    TakeoverResource(
            Takeovers takeovers,
            TakePart take,
            Callers callers,
            IdempotencyHeader keys,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.takeovers = takeovers;
        this.take = take;
        this.callers = callers;
        this.keys = keys;
        this.cell = cell;
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @APIResponseSchema(value = TakeoverView.class, responseCode = "201")
    public Uni<Response> begin(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, @Valid @NotNull TakeoverRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "begin-takeover", header, request);
        var area = new Place(request.area());
        Query.unknown(area, "/area")
                .or(() -> Query.notServed(area, cell, "/area"))
                .ifPresent(violation -> {
                    throw new ProblemException(Problem.malformed(violation));
                });
        return takeovers.begin(caller, key, request).map(Answer::toResponse);
    }

    @PUT
    @Path("/{takeoverId}/parts/{part}")
    @Consumes("text/csv")
    @Blocking // reading and sealing a part takes a processor's time
    @RolesAllowed(Role.OPERATOR)
    public Uni<TakeoverView.Part> take(
            @PathParam("takeoverId") UUID takeoverId, @PathParam("part") int part, byte[] body) {
        var taking = take.prepare(new Which(takeoverId, part), body);
        return takeovers
                .find(takeoverId)
                .map(found -> found.filter(announced -> part >= 1 && part <= announced.parts())
                        .orElseThrow(() -> new ProblemException(Problem.notFound())))
                .chain(announced -> take.handle(announced, taking));
    }

    @GET
    @Path("/{takeoverId}")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(TakeoverView.class)
    public Uni<Response> report(@PathParam("takeoverId") UUID takeoverId) {
        return takeovers.report(takeoverId).map(TakeoverResource::answer);
    }

    @GET
    @Path("/{takeoverId}/wrong-lines")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(WrongLines.class)
    public Uni<Response> wrong(@PathParam("takeoverId") UUID takeoverId, @QueryParam("after") @Nullable String after) {
        var query = new Query();
        var seen = query.value("after", after == null ? After.BEGINNING : after, After::read, After.FORM);
        query.refuseIfWrong();
        return takeovers.wrong(takeoverId, seen.get()).map(TakeoverResource::answer);
    }

    private static Response answer(Optional<?> found) {
        return found.map(view -> Response.ok(view).build())
                .orElseGet(() -> Problem.notFound().toResponse());
    }
}
