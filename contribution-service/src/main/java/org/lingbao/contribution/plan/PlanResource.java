package org.lingbao.contribution.plan;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Takes the plans that persons choose for themselves, and shows them. */
@Path("/plans")
@Cancellable(false)
class PlanResource {
    private final ChoosePlan choose;
    private final Callers callers;
    private final IdempotencyHeader header;
    private final Disclosure disclosure;

    PlanResource(ChoosePlan choose, Callers callers, IdempotencyHeader header, Disclosure disclosure) {
        this.disclosure = disclosure;
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
        return choose.handle(own(caller), key, request.toWish()).map(Answer::toResponse);
    }

    @POST
    @Path("/{planId}/change")
    @RolesAllowed(Role.CITIZEN)
    @Operation(
            operationId = "changePlan",
            summary = "Pay another base, tier or period from a month on (变更缴费计划)",
            description =
                    "The plan ends with the month before, another begins; open bills of its months are withdrawn. Asked once"
                            + " by the Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "the new plan, its first bill and the calculation",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "404", description = "there is no such plan, or it is not the caller's")
    @APIResponse(
            responseCode = "422",
            description = "a month is paid already, or the law says no; every reason with its article")
    public Uni<Response> change(
            @PathParam("planId") @NotNull @Id @Nullable String planId,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull ChangeRequest request) {
        var caller = callers.current();
        var plan = UUID.fromString(requireNonNull(planId));
        var key = header.key(caller, "change-plan " + plan, idempotencyKey, request);
        return choose.change(own(caller), key, plan, request).map(Answer::toResponse);
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(operationId = "listPlans", summary = "List a person's plans, the earliest first (缴费计划)")
    public Uni<PlanLine.All> list(@QueryParam("personId") @NotNull @Id @Nullable String personId) {
        var caller = callers.current();
        var person = UUID.fromString(requireNonNull(personId));
        return disclosure
                .to(
                        caller,
                        "plans.read",
                        plans -> person,
                        client -> Plans.of(client, caller.scope(), person)
                                .map(plans -> plans.isEmpty() ? Optional.empty() : Optional.of(plans)))
                .map(found -> found.orElse(List.of()))
                .map(plans -> new PlanLine.All(plans.stream().map(PlanLine::of).toList()));
    }

    private static AccessScope own(Caller caller) {
        return new AccessScope.Own(caller.issuer(), caller.subject());
    }
}
