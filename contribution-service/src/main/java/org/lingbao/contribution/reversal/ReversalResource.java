package org.lingbao.contribution.reversal;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.contribution.reversal.Reverse.Outcome;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/** Lets an operator undo a payment that a bank or tax bureau says it reported by mistake. */
@Path("/receipts/{receiptNumber}/reversal")
@Cancellable(false)
class ReversalResource {
    private static final int CREATED = 201;

    private final Reverse reverse;
    private final Callers callers;

    ReversalResource(Reverse reverse, Callers callers) {
        this.reverse = reverse;
        this.callers = callers;
    }

    /** @param reason which mistake it was */
    record ReversalRequest(
            @NotNull @OneOf(ReversalReason.class) @Nullable String reason) {}

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "reversePayment",
            summary = "Undo a payment that was reported by mistake (冲正)",
            description =
                    "Whole and once, of months that the person paid: the months are open again, and the money is in"
                            + " suspense, from where a refund gives it back, unless none was taken. The same again is answered 200.")
    @APIResponse(
            responseCode = "201",
            description = "it is undone",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReversalView.class)))
    @APIResponse(responseCode = "409", description = "it was undone for another reason")
    @APIResponse(responseCode = "422", description = "it stays: every reason")
    public Uni<Response> reverse(
            @PathParam("receiptNumber") @NotNull @Nullable String receiptNumber,
            @Valid @NotNull ReversalRequest request) {
        return reverse.handle(
                        callers.current(),
                        requireNonNull(receiptNumber),
                        ReversalReason.valueOf(requireNonNull(request.reason())))
                .map(ReversalResource::toResponse);
    }

    private static Response toResponse(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Reversed(var reversal) ->
                Response.status(CREATED).entity(reversal).build();
            case Outcome.Known(var reversal) -> Response.ok(reversal).build();
            case Outcome.KnownOtherwise() ->
                Problem.conflict("reversal-known", new Violation("REVERSAL_KNOWN_OTHERWISE"))
                        .toResponse();
            case Outcome.Refused(var reasons) ->
                Problem.unprocessable("reversal-refused", reasons).toResponse();
            case Outcome.NoReceipt() -> Problem.notFound().toResponse();
        };
    }
}
