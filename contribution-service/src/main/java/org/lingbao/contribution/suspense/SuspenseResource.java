package org.lingbao.contribution.suspense;

import static java.util.Objects.requireNonNull;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
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
import org.lingbao.asking.wire.Words;
import org.lingbao.contribution.suspense.Suspense.Ordered;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** The work list of money that paid nothing, and its way back through whoever took it. */
@Path("/")
@Cancellable(false)
class SuspenseResource {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Suspense suspense;
    private final Callers callers;

    SuspenseResource(Suspense suspense, Callers callers) {
        this.suspense = suspense;
        this.callers = callers;
    }

    /**
     * That money was given back.
     *
     * @param serial the bank's or bureau's own number of it
     */
    record Execution(
            @NotNull @Words @Size(max = 64) @Nullable String serial) {}

    @GET
    @Path("/suspense")
    @RolesAllowed({Role.CLERK, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "listSuspense", summary = "List money in suspense, the oldest first (暂挂清单)")
    public Uni<SuspenseItem.Page> list(
            @QueryParam("state") @DefaultValue("OPEN") @OneOf(SuspenseState.class) String state,
            @QueryParam("after") @Id @Parameter(description = "next of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Suspense.PAGE) @Min(1) @Max(Suspense.PAGE) int limit) {
        return suspense.list(callers.current(), SuspenseState.valueOf(state), uuid(after), limit);
    }

    @POST
    @Path("/receipts/{receiptNumber}/refund")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "orderRefund",
            summary = "Order that money in suspense be given back (退款)",
            description = "Whole, once, by whoever took it. The same again is answered 200 with the same order.")
    @APIResponse(
            responseCode = "201",
            description = "the order",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    @APIResponse(responseCode = "422", description = "the money has paid its bill")
    public Uni<Response> order(@PathParam("receiptNumber") @NotNull @Nullable String receiptNumber) {
        return suspense.order(callers.current(), requireNonNull(receiptNumber)).map(SuspenseResource::toResponse);
    }

    private static Response toResponse(Ordered ordered) {
        return switch (ordered) {
            case Ordered.New(var refund) ->
                Response.status(CREATED).entity(refund).build();
            case Ordered.Known(var refund) -> Response.status(OK).entity(refund).build();
            case Ordered.NotSuspended() ->
                Problem.unprocessable("refund-refused", List.of(new Violation("RECEIPT_NOT_SUSPENDED")))
                        .toResponse();
            case Ordered.NoReceipt() -> Problem.notFound().toResponse();
        };
    }

    @GET
    @Path("/refunds")
    @RolesAllowed({Role.BANK, Role.TAX})
    @Operation(
            operationId = "listRefunds",
            summary = "List what the bank or bureau is still to give back, the oldest first")
    public Uni<RefundView.Page> open(
            @QueryParam("after") @Id @Parameter(description = "next of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Suspense.PAGE) @Min(1) @Max(Suspense.PAGE) int limit) {
        return suspense.open(payer(callers.current()), uuid(after), limit);
    }

    @POST
    @Path("/refunds/{refundId}/execution")
    @RolesAllowed({Role.BANK, Role.TAX})
    @Operation(
            operationId = "reportRefund",
            summary = "Report that money was given back (退款回执)",
            description =
                    "It counts as given back from the first report on, under its number; the same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "the order as it is now",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    @APIResponse(responseCode = "409", description = "it was reported under another number")
    public Uni<Response> executed(
            @PathParam("refundId") @NotNull @Id @Nullable String refundId, @Valid @NotNull Execution execution) {
        var serial = requireNonNull(execution.serial());
        return suspense.executed(payer(callers.current()), UUID.fromString(requireNonNull(refundId)), serial)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(refund -> serial.equals(refund.serial())
                        ? Response.ok(refund).build()
                        : Problem.conflict("refund-known", new Violation("REFUND_KNOWN_OTHERWISE"))
                                .toResponse());
    }

    /** The bank, by its own system and not by a terminal, or the tax bureau. */
    private static String payer(Caller caller) {
        var payer = caller.is(Role.TAX) ? caller.bureau() : caller.terminal() == null ? caller.bank() : null;
        if (payer == null) {
            throw new ForbiddenException("the token names no bank's own system and no tax bureau");
        }
        return payer;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
