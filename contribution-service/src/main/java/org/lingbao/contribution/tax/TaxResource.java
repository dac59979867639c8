package org.lingbao.contribution.tax;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** The tax bureau's interface. Which bureau it is says the token, never the body. */
@Path("/tax")
@Cancellable(false)
class TaxResource {
    /** How many assessments a page shows at most. */
    private static final int PAGE = 1000;

    /** A number that was given: no sign, and none that is more than all bills that there will ever be. */
    private static final Pattern CURSOR = Pattern.compile("\\d{1,10}");

    private final HandOver handOver;
    private final TakeResults take;
    private final Callers callers;
    private final IdempotencyHeader header;

    TaxResource(HandOver handOver, TakeResults take, Callers callers, IdempotencyHeader header) {
        this.handOver = handOver;
        this.take = take;
        this.callers = callers;
        this.header = header;
    }

    @GET
    @Path("/assessments")
    @RolesAllowed(Role.TAX)
    @Operation(
            operationId = "listAssessments",
            summary = "Hand open bills over for collection (核定应缴)",
            description = "Each bill once, under a number of its own. An old cursor finds the same again.")
    public Uni<AssessmentView.Page> assessments(
            @QueryParam("after")
                    @Parameter(description = "next of the page before; absent: from the beginning")
                    @Nullable
                    String after,
            @QueryParam("limit") @DefaultValue("" + PAGE) @Min(1) @Max(PAGE) int limit) {
        var caller = callers.current();
        return handOver.handle(caller, Bureau.of(caller), cursor(after), limit);
    }

    @POST
    @Path("/results")
    @RolesAllowed(Role.TAX)
    @Operation(
            operationId = "takeResults",
            summary = "Take what the tax bureau collected (征缴结果)",
            description = "Idempotency-Key: the batchNumber. The same batch again gets the same answer; a voucher that"
                    + " comes again in another batch gets the receipt that it has.")
    @APIResponse(
            responseCode = "200",
            description = "each voucher PAID, SUSPENDED or REFUSED, with every reason; Idempotent-Replayed: true for a"
                    + " repetition",
            content = @Content(schema = @Schema(implementation = ResultsView.class)))
    @APIResponse(responseCode = "409", description = "another batch came under this number")
    public Uni<Response> results(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull ResultsRequest request) {
        var caller = callers.current();
        var bureau = Bureau.of(caller);
        var batch = header.key(caller, "tax-results", idempotencyKey, request);
        ReportedBatch.check(batch, request.number(), request.vouchers());
        var vouchers = request.toVouchers(result ->
                header.key(caller, "tax-voucher", result.number(), result).bodyHash());
        return take.handle(batch, bureau, vouchers).map(Answer::toResponse);
    }

    private static long cursor(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!CURSOR.matcher(after).matches()) {
            throw badParameter("after");
        }
        return Long.parseLong(after);
    }

    private static ProblemException badParameter(String name) {
        return new ProblemException(Problem.malformed(new Violation("BAD_PARAMETER").with("parameter", name)));
    }
}
