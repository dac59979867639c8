package org.lingbao.contribution.resident;

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

/** Takes the tiers that residents choose, and what an agency confirms of its tables. */
@Path("/resident")
@Cancellable(false)
class ResidentResource {
    private final ChooseYear choose;
    private final ConfirmTable confirm;
    private final Callers callers;
    private final IdempotencyHeader header;

    ResidentResource(ChooseYear choose, ConfirmTable confirm, Callers callers, IdempotencyHeader header) {
        this.choose = choose;
        this.confirm = confirm;
        this.callers = callers;
        this.header = header;
    }

    @POST
    @Path("/years")
    @RolesAllowed(Role.CITIZEN)
    @Operation(
            operationId = "chooseResidentYear",
            summary = "Choose a tier for a year, or another one while it is not paid; get the bill (选择居民缴费档次)")
    @APIResponse(
            responseCode = "201",
            description = "what is paid and added, the bill and the calculation",
            content = @Content(schema = @Schema(implementation = YearView.class)))
    @APIResponse(responseCode = "400", description = "malformed, or the place's table is not loaded, and what to do")
    @APIResponse(
            responseCode = "404",
            description = "no relation in the resident scheme is known (yet), or it is not the caller's: Retry-After")
    @APIResponse(responseCode = "422", description = "the law says no; every reason with its article")
    public Uni<Response> choose(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey, @Valid @NotNull YearRequest request) {
        var caller = callers.current();
        var key = header.key(caller, "choose-resident-year", idempotencyKey, request);
        return choose.handle(new AccessScope.Own(caller.issuer(), caller.subject()), key, request.toWish())
                .map(Answer::toResponse);
    }

    @POST
    @Path("/tables")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "confirmResidentTable",
            summary = "Confirm that a province's tables of a year are those of its document (人工确认居民缴费标准)")
    @APIResponse(
            responseCode = "201",
            description = "it is confirmed, now or before",
            content = @Content(schema = @Schema(implementation = TableRequest.class)))
    @APIResponse(responseCode = "400", description = "malformed, or another province's")
    @APIResponse(responseCode = "409", description = "it is confirmed by another document, and by which")
    public Uni<Response> confirm(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull TableRequest request) {
        var caller = callers.current();
        var key = header.key(caller, "confirm-resident-table", idempotencyKey, request);
        return confirm.handle(caller, key, request).map(Answer::toResponse);
    }
}
