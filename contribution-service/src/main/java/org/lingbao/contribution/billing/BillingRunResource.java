package org.lingbao.contribution.billing;

import static java.util.Objects.requireNonNull;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.Month;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Role;

/** Lets an operator bill a month and see how far that is. */
@Path("/billing-runs")
@Cancellable(false)
class BillingRunResource {
    private final Sweeps sweeps;
    private final BusinessDay day;

    BillingRunResource(Sweeps sweeps, BusinessDay day) {
        this.sweeps = sweeps;
        this.day = day;
    }

    /** @param dryRun whether only to count what would be billed */
    record RunRequest(
            @NotNull @Month @Nullable String month,
            @Nullable Boolean dryRun) {
        Sweep toSweep(LocalDate today) {
            var billed = YearMonth.parse(requireNonNull(month));
            return Sweep.of(Sweep.Kind.BILLING, billed, billed, Boolean.TRUE.equals(dryRun), today);
        }
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "runBilling", summary = "Issue the bills of a month for all who are due (批量核定)")
    @APIResponse(
            responseCode = "202",
            description =
                    "it goes on, and tells how far at its address; a run of the month that goes on already is the answer,"
                            + " and one after it issues what has become due since",
            content = @Content(schema = @Schema(implementation = BillingRun.View.class)))
    public Uni<Response> run(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey, @Valid @NotNull RunRequest request) {
        return sweeps.order(idempotencyKey, request, request.toSweep(day.today()), BillingRun.View::of);
    }

    @GET
    @Path("/{runId}")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "getBillingRun", summary = "See how far a billing run is (核定批次进度)")
    @APIResponse(responseCode = "404", description = "there is no such run")
    public Uni<BillingRun.View> get(@PathParam("runId") @NotNull @Id @Nullable String runId) {
        return sweeps.get(Sweep.Kind.BILLING, runId).map(BillingRun.View::of);
    }

    @GET
    @Path("/{runId}/progress")
    @Blocking
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followBillingRun",
            summary = "Follow a billing run each second until it is done, or for ten minutes (核定批次进度)")
    @APIResponse(responseCode = "404", description = "there is no such run")
    public Multi<BillingRun.View> follow(@PathParam("runId") @NotNull @Id @Nullable String runId) {
        return sweeps.follow(Sweep.Kind.BILLING, runId).map(BillingRun.View::of);
    }
}
