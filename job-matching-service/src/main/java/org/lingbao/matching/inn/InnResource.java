package org.lingbao.matching.inn;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.matching.wire.Area;
import org.lingbao.matching.wire.Cursor;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Inns: operators and clerks run them, everybody finds them. */
@Path("/inns")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class InnResource {
    private final Inns inns;
    private final Callers callers;
    private final IdempotencyHeader header;
    private final String cell;

    InnResource(
            Inns inns, Callers callers, IdempotencyHeader header, @ConfigProperty(name = "lingbao.cell") String cell) {
        this.inns = inns;
        this.callers = callers;
        this.header = header;
        this.cell = cell;
    }

    @POST
    @RolesAllowed({Role.OPERATOR, Role.CLERK})
    @Operation(operationId = "openInn", summary = "Open an inn in one's area (零工客栈登记)")
    @APIResponseSchema(value = InnView.class, responseCode = "201")
    public Uni<Response> open(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey, @Valid @NotNull InnRequest request) {
        var caller = callers.current();
        var key = header.key(caller, "open-inn", idempotencyKey, request);
        return inns.open(caller, key, request.toInn(Ids.next(), cell)).map(Answer::toResponse);
    }

    @PUT
    @Path("/{innId}")
    @RolesAllowed({Role.OPERATOR, Role.CLERK})
    @Operation(operationId = "changeInn", summary = "Say how the inn is from now on")
    @APIResponse(responseCode = "404", description = "there is no such inn in the caller's area")
    public Uni<InnView> change(@PathParam("innId") UUID innId, @Valid @NotNull InnRequest request) {
        return inns.change(callers.current(), request.toInn(innId, cell));
    }

    @GET
    @PermitAll
    @Operation(operationId = "listInns", summary = "Inns near a position, the nearest first, or in a place (客栈地图)")
    public Uni<InnView.Page> list(
            @BeanParam Area area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Inns.PAGE) @Min(1) @Max(Inns.PAGE) int limit) {
        var query = new Query();
        var where = area.read(query);
        var from = query.valueIfAny("after", after, text -> Cursor.read(text, 1), "next of the page before");
        query.refuseIfWrong();
        var asked = where.get();
        return inns.find(new Inns.Wanted(
                asked.near(), asked.radiusMetres(), asked.place(), from.get().orElse(null), limit));
    }

    @GET
    @Path("/{innId}")
    @PermitAll
    @Operation(operationId = "showInn", summary = "One inn")
    public Uni<InnView> show(@PathParam("innId") UUID innId) {
        return inns.one(innId).map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }
}
