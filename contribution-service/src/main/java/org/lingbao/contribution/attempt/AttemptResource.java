package org.lingbao.contribution.attempt;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Tells what became of attempts, and is told that no money was taken. */
@Path("/attempts")
@Cancellable(false)
class AttemptResource {
    private static final int CONFLICT = 409;

    private final Attempts attempts;
    private final GiveUp giveUp;
    private final Callers callers;

    AttemptResource(Attempts attempts, GiveUp giveUp, Callers callers) {
        this.attempts = attempts;
        this.giveUp = giveUp;
        this.callers = callers;
    }

    /** Which attempts that hold a bill are asked for. */
    private enum Holding {
        IN_FLIGHT,
        UNKNOWN
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK, Role.TAX, Role.OPERATOR, Role.AUDITOR})
    @Operation(
            operationId = "listAttempts",
            summary = "Ask what became of an attempt, or list those that hold bills, the oldest first (支付中清单)",
            description =
                    "With reference: what is known under it, whatever its state. Without: the work list of those whose"
                            + " outcome is UNKNOWN, or those IN_FLIGHT.")
    public Uni<AttemptView.Page> list(
            @QueryParam("reference") @Parameter(description = "the Idempotency-Key under which it began") @Nullable
                    String reference,
            @QueryParam("state") @DefaultValue("UNKNOWN") @OneOf(Holding.class) String state,
            @QueryParam("after") @Id @Parameter(description = "next of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Attempts.PAGE) @Min(1) @Max(Attempts.PAGE) int limit) {
        var caller = callers.current();
        return reference == null
                ? attempts.held(
                        caller, AttemptState.valueOf(state), after == null ? null : UUID.fromString(after), limit)
                : attempts.ofReference(caller, reference);
    }

    @GET
    @Path("/{attemptId}")
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK, Role.TAX, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "showAttempt", summary = "Show an attempt to pay a bill (支付中)")
    public Uni<AttemptView> show(@PathParam("attemptId") @NotNull @Id @Nullable String attemptId) {
        return attempts.find(callers.current(), UUID.fromString(requireNonNull(attemptId)))
                .map(found -> found.orElseThrow(AttemptResource::notFound));
    }

    @POST
    @Path("/{attemptId}/withdrawal")
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK, Role.TAX})
    @Operation(
            operationId = "giveUpAttempt",
            summary = "Say that no money was taken, and let go of the bill (放弃支付)",
            description =
                    "By its channel at any time, by a clerk when its outcome is unknown. Where money was taken, report"
                            + " the payment instead. The same again is answered alike.")
    @APIResponse(
            responseCode = "200",
            description = "the attempt, given up",
            content = @Content(schema = @Schema(implementation = AttemptView.class)))
    @APIResponse(responseCode = "409", description = "its money came; or, for a clerk, it is still in flight")
    public Uni<AttemptView> withdraw(@PathParam("attemptId") @NotNull @Id @Nullable String attemptId) {
        return giveUp.handle(callers.current(), UUID.fromString(requireNonNull(attemptId)))
                .map(found -> givenUp(found.orElseThrow(AttemptResource::notFound)));
    }

    private static AttemptView givenUp(AttemptView attempt) {
        return switch (attempt.state()) {
            case GIVEN_UP -> attempt;
            case PAID, SUSPENDED -> throw conflict(new Violation("ATTEMPT_MONEY_CAME"));
            case IN_FLIGHT, UNKNOWN -> throw conflict(Refusals.held(attempt).orElseThrow());
        };
    }

    private static ProblemException conflict(Violation reason) {
        return new ProblemException(Problem.of(CONFLICT, "attempt-not-given-up", List.of(reason)));
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }
}
