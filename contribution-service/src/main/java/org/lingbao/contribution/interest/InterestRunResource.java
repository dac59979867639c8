package org.lingbao.contribution.interest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Year;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Role;
import org.lingbao.rules.account.InterestMonth;

/** Lets an operator have a year's interest credited, and see how far that is and whose is in doubt. */
@Path("/interest-runs")
@Cancellable(false)
class InterestRunResource {
    private final RunInterest run;
    private final Sweeps sweeps;
    private final InterestWork work;

    InterestRunResource(RunInterest run, Sweeps sweeps, InterestWork work) {
        this.run = run;
        this.sweeps = sweeps;
        this.work = work;
    }

    /**
     * @param scheme of which accounts; absent: EMPLOYEE
     * @param dryRun whether only to reckon what would be credited
     * @param creditsBearInterestFrom which month counts where the law leaves it open; without it, accounts for which it matters are
     *     left out
     */
    record RunRequest(
            @JsonInclude(JsonInclude.Include.NON_NULL) // a key's earlier request without it stays the same request
            @OneOf(InterestRun.Accounts.class)
            @Nullable
            String scheme,

            @NotNull @Min(1900) @Max(2099) @Nullable Integer year,
            @Nullable Boolean dryRun,
            @OneOf(InterestMonth.class) @Nullable String creditsBearInterestFrom) {
        RunInterest.Order toOrder() {
            return new RunInterest.Order(
                    scheme == null ? InterestRun.Accounts.EMPLOYEE : InterestRun.Accounts.valueOf(scheme),
                    Year.of(requireNonNull(year)),
                    Boolean.TRUE.equals(dryRun),
                    creditsBearInterestFrom == null ? null : InterestMonth.valueOf(creditsBearInterestFrom));
        }
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "runInterest", summary = "Credit a year's interest to all individual accounts (年度结息)")
    @APIResponse(
            responseCode = "202",
            description =
                    "it goes on, and tells how far at its address; a run of the year that goes on already is the answer, and one"
                            + " after it credits the differences",
            content = @Content(schema = @Schema(implementation = InterestRun.View.class)))
    @APIResponse(responseCode = "422", description = "every reason why the year's interest cannot be credited")
    public Uni<Response> run(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey, @Valid @NotNull RunRequest request) {
        return run.handle(idempotencyKey, request, request.toOrder());
    }

    @GET
    @Path("/{interestRunId}")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "getInterestRun", summary = "See how far a run of interest is (结息批次进度)")
    @APIResponse(responseCode = "404", description = "there is no such run")
    public Uni<InterestRun.View> get(@PathParam("interestRunId") @NotNull @Id @Nullable String runId) {
        return sweeps.get(Sweep.Kind.INTEREST, runId).map(InterestRun.View::of);
    }

    @GET
    @Path("/{interestRunId}/work-list")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Operation(
            operationId = "listInterestWork",
            summary = "List the accounts that a run left out, each with every doubt (结息待核)")
    @APIResponse(responseCode = "404", description = "there is no such run")
    public Uni<InterestRun.WorkList> refused(
            @PathParam("interestRunId") @NotNull @Id @Nullable String runId,
            @QueryParam("after") @Id @Parameter(description = "next of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + InterestWork.PAGE) @Min(1) @Max(InterestWork.PAGE) int limit) {
        return sweeps.get(Sweep.Kind.INTEREST, runId)
                .chain(seen -> work.listed(seen.sweep().id(), after == null ? null : UUID.fromString(after), limit));
    }

    @GET
    @Path("/{interestRunId}/progress")
    @Blocking
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followInterestRun",
            summary = "Follow a run of interest each second until it is done, or for ten minutes (结息批次进度)")
    @APIResponse(responseCode = "404", description = "there is no such run")
    public Multi<InterestRun.View> follow(@PathParam("interestRunId") @NotNull @Id @Nullable String runId) {
        return sweeps.follow(Sweep.Kind.INTEREST, runId).map(InterestRun.View::of);
    }
}
