package org.lingbao.platform.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/** What a service's resource looks like to the platform: constraints, a role, a key, a refusal, a failure. */
@Path("/probe")
@Cancellable(false)
public class ProbeResource {
    private final Callers callers;
    private final IdempotencyHeader keys;
    private final ProbeCommand command;

    ProbeResource(Callers callers, IdempotencyHeader keys, ProbeCommand command) {
        this.callers = callers;
        this.keys = keys;
        this.command = command;
    }

    /** A request with a constraint per field. */
    public record Request(
            @NotBlank @Nullable String name,
            @NotNull @Min(1) @Nullable Integer count,
            @Nullable IdentityNumber number,
            @Nullable LocalDate day) {}

    @POST
    @RolesAllowed(Role.CITIZEN)
    public Uni<Response> make(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String key,
            @QueryParam("panache") boolean panache,
            @Valid @NotNull Request request) {
        var idempotencyKey = keys.key(callers.current(), "probe", key, request);
        var name = String.valueOf(request.name());
        return (panache ? command.byPanache(idempotencyKey, name) : command.bySql(idempotencyKey, name))
                .map(Answer::toResponse);
    }

    /** Something without a body that takes longer than one may take to tell a body. */
    @DELETE
    @Path("/slowly")
    @PermitAll
    public Uni<Response> slowly() {
        return Uni.createFrom()
                .item(Response.noContent().build())
                .onItem()
                .delayIt()
                .by(Duration.ofSeconds(2));
    }

    @GET
    @Path("/refused")
    @PermitAll
    public Response refused() {
        return Problem.unprocessable(
                        "enrollment-refused",
                        List.of(
                                new Violation("UNDER_MINIMUM_AGE", Map.of("age", "15", "minimum", "16"), null, null),
                                new Violation("ALREADY_ENROLLED").citing("第十条").at("/personId")))
                .toResponse();
    }

    @GET
    @Path("/bug")
    @PermitAll
    public Response bug() {
        throw new IllegalStateException("110105199001010011 must not be told");
    }

    @GET
    @Path("/forgotten")
    public Response withoutAnyPermission() {
        return Response.ok().build();
    }
}
