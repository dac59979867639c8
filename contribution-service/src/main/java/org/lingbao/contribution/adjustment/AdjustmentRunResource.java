package org.lingbao.contribution.adjustment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.Locale;
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
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Languages;

/** Lets an operator settle months whose limits were published after they were paid. */
@Path("/adjustment-runs")
@Cancellable(false)
class AdjustmentRunResource {
    private final OrderAdjustment order;
    private final AdjustmentRuns runs;
    private final Sweeps sweeps;

    AdjustmentRunResource(OrderAdjustment order, AdjustmentRuns runs, Sweeps sweeps) {
        this.order = order;
        this.runs = runs;
        this.sweeps = sweeps;
    }

    /**
     * @param from the first month; bills that begin with it or later
     * @param to the last month with which a bill may begin
     * @param dryRun whether only to count what would be billed
     */
    record AdjustmentRequest(
            @NotNull @Month @Nullable String from,
            @NotNull @Month @Nullable String to,
            @Nullable Boolean dryRun) {

        @JsonIgnore
        @AssertTrue(message = "from is not after to")
        boolean isInOrder() {
            return from == null || to == null || from.compareTo(to) <= 0;
        }

        OrderAdjustment.Order toOrder(Locale language) {
            return new OrderAdjustment.Order(
                    YearMonth.parse(requireNonNull(from)),
                    YearMonth.parse(requireNonNull(to)),
                    Boolean.TRUE.equals(dryRun),
                    language);
        }
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "runAdjustment",
            summary = "Bill what is missing of months that were paid before their limits were published (批量补差)",
            description = "A dry run of the same months on the same business day goes before.")
    @APIResponse(
            responseCode = "202",
            description =
                    "it goes on, and tells how far at its address; one of these months that goes on is the answer",
            content = @Content(schema = @Schema(implementation = AdjustmentRun.class)))
    @APIResponse(responseCode = "409", description = "no dry run of these months was done today")
    public Uni<Response> run(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull AdjustmentRequest request,
            @Context HttpHeaders headers) {
        return order.handle(idempotencyKey, request, request.toOrder(Languages.of(headers.getAcceptableLanguages())));
    }

    @GET
    @Path("/{adjustmentId}")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "getAdjustmentRun", summary = "See how far an adjustment run is (补差批次进度)")
    @APIResponse(responseCode = "404", description = "there is no such run")
    public Uni<AdjustmentRun> get(
            @PathParam("adjustmentId") @NotNull @Id @Nullable String adjustmentId, @Context HttpHeaders headers) {
        var language = Languages.of(headers.getAcceptableLanguages());
        return sweeps.get(Sweep.Kind.ADJUSTMENT, adjustmentId).map(seen -> runs.view(seen, language));
    }

    @GET
    @Path("/{adjustmentId}/progress")
    @Blocking
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followAdjustmentRun",
            summary = "Follow an adjustment run each second until it is done, or for ten minutes (补差批次进度)")
    @APIResponse(responseCode = "404", description = "there is no such run")
    public Multi<AdjustmentRun> follow(
            @PathParam("adjustmentId") @NotNull @Id @Nullable String adjustmentId, @Context HttpHeaders headers) {
        var language = Languages.of(headers.getAcceptableLanguages());
        return sweeps.follow(Sweep.Kind.ADJUSTMENT, adjustmentId).map(seen -> runs.view(seen, language));
    }
}
