package org.lingbao.contribution.attempt;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Lets a channel begin to take money for a bill. Who it is says the token. */
@Path("/bills/{billId}/attempts")
@Cancellable(false)
class BeginAttemptResource {
    private static final int CONFLICT = 409;

    private final BeginAttempt begin;
    private final Callers callers;

    BeginAttemptResource(BeginAttempt begin, Callers callers) {
        this.begin = begin;
        this.callers = callers;
    }

    @POST
    @RolesAllowed({Role.CITIZEN, Role.BANK, Role.TAX})
    @Operation(
            operationId = "beginAttempt",
            summary = "Begin to take money for a bill, so that no other channel does (支付中)",
            description = "Idempotency-Key: the reference under which the payment will be reported: terminal + \"-\" +"
                    + " sequence of a bank, the voucher's number of a tax bureau, a UUID of an app. Money is taken only after"
                    + " 201 with state IN_FLIGHT, only the amount told, only until inFlightUntil. Then the payment is"
                    + " reported, or the attempt is withdrawn; until one of both the bill is held.")
    @APIResponse(
            responseCode = "201",
            description = "the attempt; Idempotent-Replayed: true for a repetition, with its state as it is now",
            content = @Content(schema = @Schema(implementation = AttemptView.class)))
    @APIResponse(
            responseCode = "409",
            description = "take no money: every reason; or the reference stands for another bill")
    public Uni<Response> begin(
            @PathParam("billId") @NotNull @Id @Nullable String billId,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey) {
        var holder = Holder.of(callers.current());
        return begin.handle(holder, UUID.fromString(requireNonNull(billId)), reference(holder, idempotencyKey))
                .map(BeginAttemptResource::toResponse);
    }

    private static String reference(Holder holder, @Nullable String key) {
        if (key == null || key.isBlank()) {
            throw new ProblemException(Problem.malformed(new Violation("IDEMPOTENCY_KEY_REQUIRED")));
        }
        return holder.reference(key)
                .orElseThrow(() -> new ProblemException(
                        Problem.malformed(new Violation("BAD_PARAMETER").with("parameter", IdempotencyHeader.NAME))));
    }

    private static Response toResponse(BeginAttempt.Outcome outcome) {
        return switch (outcome) {
            case BeginAttempt.Outcome.Begun(var attempt) -> created(attempt).build();
            case BeginAttempt.Outcome.Known(var attempt) ->
                created(attempt).header("Idempotent-Replayed", "true").build();
            case BeginAttempt.Outcome.Reused() ->
                Problem.conflict("idempotency-key-reused", new Violation("IDEMPOTENCY_KEY_REUSED"))
                        .toResponse();
            case BeginAttempt.Outcome.Refused(var reasons) ->
                Problem.of(CONFLICT, "attempt-refused", reasons).toResponse();
            case BeginAttempt.Outcome.NotThere() -> Problem.notFound().toResponse();
        };
    }

    private static Response.ResponseBuilder created(AttemptView attempt) {
        return Response.created(URI.create("/attempts/" + attempt.attemptId())).entity(attempt);
    }
}
