package org.lingbao.contribution.plan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Takes the plans that persons choose for themselves. */
@Path("/plans")
@Cancellable(false)
class PlanResource {
    private final ChoosePlan choose;
    private final Callers callers;
    private final IdempotencyHeader header;

    PlanResource(ChoosePlan choose, Callers callers, IdempotencyHeader header) {
        this.choose = choose;
        this.callers = callers;
        this.header = header;
    }

    @POST
    @RolesAllowed(Role.CITIZEN)
    @Operation(operationId = "choosePlan", summary = "Choose a base or tier and a period; get the first bill (选择缴费计划)")
    @APIResponse(
            responseCode = "201",
            description = "the plan, its first bill and the calculation",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "404",
            description = "no relation in the scheme is known (yet), or it is not the caller's: Retry-After")
    @APIResponse(responseCode = "409", description = "a plan exists")
    @APIResponse(responseCode = "422", description = "the law says no; every reason with its article")
    public Uni<Response> choose(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey, @Valid @NotNull PlanRequest request) {
        var caller = callers.current();
        var key = header.key(caller, "choose-plan", idempotencyKey, request);
        return choose.handle(new AccessScope.Own(caller.issuer(), caller.subject()), key, request.toWish())
                .map(Answer::toResponse);
    }
}
