package org.lingbao.contribution.tax;

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
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** What a tax bureau collected from employers. Which bureau it is says the token, never the body. */
@Path("/tax/employer-results")
@Cancellable(false)
class EmployerResultsResource {
    private final TakeEmployerResults take;
    private final Callers callers;
    private final IdempotencyHeader header;

    EmployerResultsResource(TakeEmployerResults take, Callers callers, IdempotencyHeader header) {
        this.take = take;
        this.callers = callers;
        this.header = header;
    }

    @POST
    @RolesAllowed(Role.TAX)
    @Operation(
            operationId = "takeEmployerResults",
            summary = "Take what the tax bureau collected from employers (单位征缴结果)",
            description = "Idempotency-Key: the batchNumber. The same batch again gets the same answer; a voucher that"
                    + " comes again in another batch gets the receipt that it has.")
    @APIResponse(
            responseCode = "200",
            description = "each month PAID, SUSPENDED or REFUSED, with every reason; Idempotent-Replayed: true for a"
                    + " repetition",
            content = @Content(schema = @Schema(implementation = ResultsView.class)))
    @APIResponse(responseCode = "409", description = "another batch came under this number")
    public Uni<Response> results(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull EmployerResultsRequest request) {
        var caller = callers.current();
        var bureau = Bureau.of(caller);
        var batch = header.key(caller, "tax-employer-results", idempotencyKey, request);
        ReportedBatch.check(batch, request.number(), request.vouchers());
        var lines = request.toLines(result ->
                header.key(caller, "tax-voucher", result.number(), result).bodyHash());
        return take.handle(batch, bureau, lines).map(Answer::toResponse);
    }
}
