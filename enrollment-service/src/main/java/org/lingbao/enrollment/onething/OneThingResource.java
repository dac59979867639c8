package org.lingbao.enrollment.onething;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.joining.RefusalView;
import org.lingbao.enrollment.joining.Refusals;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** Applications for one thing (灵活就业一件事). */
@Path("/one-thing-applications")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OneThingResource {
    private final ApplyForOneThing apply;
    private final ShowOneThing show;
    private final OneThingChecks checks;
    private final Refusals refusals;
    private final Callers callers;
    private final IdempotencyHeader keys;

    OneThingResource(
            ApplyForOneThing apply,
            ShowOneThing show,
            OneThingChecks checks,
            Refusals refusals,
            Callers callers,
            IdempotencyHeader keys) {
        this.apply = apply;
        this.show = show;
        this.checks = checks;
        this.refusals = refusals;
        this.callers = callers;
        this.keys = keys;
    }

    @POST
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK})
    @Operation(
            operationId = "applyForOneThing",
            summary = "Register employment, enroll and wish for a plan in one application (灵活就业一件事)")
    @APIResponseSchema(value = OneThingView.class, responseCode = "201")
    @APIResponse(
            responseCode = "422",
            description =
                    "nothing is done: every reason of every part, the warnings, and where the application is kept",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = RefusalView.class)))
    public Uni<Response> apply(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, @Valid @NotNull OneThingRequest request) {
        var caller = callers.current();
        Assistance.refuseWithoutTerminal(caller);
        var key = keys.key(caller, "one-thing", header, request);
        var asked = checks.check(caller, request);
        return apply.handle(key, asked).map(answer -> refusals.toResponse(answer, asked.application()));
    }

    @GET
    @Path("/{oneThingId}")
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK})
    @Operation(operationId = "showOneThing", summary = "The one status, and that of each part with its reasons")
    @APIResponseSchema(OneThingView.class)
    public Uni<Response> show(@PathParam("oneThingId") UUID oneThingId) {
        var caller = callers.current();
        Assistance.refuseWithoutTerminal(caller);
        return show.byId(caller, oneThingId)
                .map(found -> found.map(thing -> Response.ok(thing).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
