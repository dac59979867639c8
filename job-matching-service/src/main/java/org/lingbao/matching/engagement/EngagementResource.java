package org.lingbao.matching.engagement;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.wire.Day;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.matching.engagement.domain.Command;
import org.lingbao.matching.jobcode.JobCode;
import org.lingbao.matching.wire.PlainText;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.value.Money;

/** Engagements: come, leave, confirm, pay, hire. */
@Path("/engagements")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EngagementResource {
    private final ScanCode scan;
    private final ActOnEngagement act;
    private final Hire hire;
    private final Engagements engagements;
    private final Callers callers;
    private final IdempotencyHeader header;

    EngagementResource(
            ScanCode scan,
            ActOnEngagement act,
            Hire hire,
            Engagements engagements,
            Callers callers,
            IdempotencyHeader header) {
        this.scan = scan;
        this.act = act;
        this.hire = hire;
        this.engagements = engagements;
        this.callers = callers;
        this.header = header;
    }

    /** @param code as it was scanned */
    record ScanRequest(
            @NotNull @Size(min = 1, max = 2000) @Nullable String code) {}

    /** How pay is paid. */
    enum How {
        CASH,
        BANK_TRANSFER,
        WECHAT,
        ALIPAY,
        OTHER
    }

    /** @param amount in yuan; @param proof what the payment's own papers call it */
    record PaymentRequest(
            @NotNull @Yuan @Nullable String amount,
            @NotNull @OneOf(How.class) @Nullable String how,
            @PlainText(max = 60) @Nullable String proof) {}

    /** @param startsOn the first day of employment */
    record HireRequest(@NotNull @Day @Nullable String startsOn) {}

    @GET
    @RolesAllowed({Role.CITIZEN, Role.EMPLOYER})
    @Operation(
            operationId = "listEngagements",
            summary = "The caller's, as a worker and as an employer, the latest first")
    public Uni<EngagementView.Page> list(
            @QueryParam("gigId") @Nullable String gigId,
            @QueryParam("after") @Parameter(description = "next of the page before, unchanged") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Engagements.PAGE) @Min(1) @Max(Engagements.PAGE) int limit) {
        var query = new Query();
        var gig = query.valueIfAny("gigId", gigId, UUID::fromString, "a gig's id");
        var from = query.valueIfAny("after", after, UUID::fromString, "next of the page before");
        query.refuseIfWrong();
        return engagements.list(
                callers.current(), gig.get().orElse(null), from.get().orElse(null), limit);
    }

    @GET
    @Path("/{engagementId}")
    @RolesAllowed({Role.CITIZEN, Role.EMPLOYER, Role.CLERK, Role.AUDITOR})
    @Operation(operationId = "showEngagement", summary = "Where an engagement stands")
    public Uni<EngagementView> show(@PathParam("engagementId") UUID engagementId) {
        return engagements
                .show(callers.current(), engagementId)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    @POST
    @Path("/{engagementId}/check-in")
    @RolesAllowed(Role.CITIZEN)
    @Operation(operationId = "checkIn", summary = "The worker scanned the code that was shown for coming (扫码签到)")
    @APIResponse(responseCode = "422", description = "not by this code or not now; every reason")
    public Uni<EngagementView> checkIn(
            @PathParam("engagementId") UUID engagementId, @Valid @NotNull ScanRequest request) {
        return scan.handle(callers.current(), engagementId, JobCode.Use.IN, requireNonNull(request.code()));
    }

    @POST
    @Path("/{engagementId}/check-out")
    @RolesAllowed(Role.CITIZEN)
    @Operation(operationId = "checkOut", summary = "The worker scanned the code that was shown for leaving (扫码签退)")
    @APIResponse(responseCode = "422", description = "not by this code or not now; every reason")
    public Uni<EngagementView> checkOut(
            @PathParam("engagementId") UUID engagementId, @Valid @NotNull ScanRequest request) {
        return scan.handle(callers.current(), engagementId, JobCode.Use.OUT, requireNonNull(request.code()));
    }

    @POST
    @Path("/{engagementId}/completion")
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "completeEngagement", summary = "The employer says that the work is done (确认完工)")
    @APIResponse(responseCode = "422", description = "not now; every reason")
    public Uni<EngagementView> complete(@PathParam("engagementId") UUID engagementId) {
        return act.asEmployer(callers.current(), engagementId, new Command.Complete(), null);
    }

    @POST
    @Path("/{engagementId}/payment")
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "noteEngagementPay", summary = "The employer notes how the pay was paid (付酬登记)")
    @APIResponse(responseCode = "422", description = "not now; every reason")
    public Uni<EngagementView> pay(
            @PathParam("engagementId") UUID engagementId, @Valid @NotNull PaymentRequest request) {
        var paid = new Move.Paid(
                Money.yuan(requireNonNull(request.amount())).fen(), requireNonNull(request.how()), request.proof());
        return act.asEmployer(callers.current(), engagementId, new Command.NotePay(), paid);
    }

    @POST
    @Path("/{engagementId}/no-show")
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "noteNoShow", summary = "The employer says that the worker did not come (未到岗)")
    @APIResponse(responseCode = "422", description = "not now; every reason")
    public Uni<EngagementView> noShow(@PathParam("engagementId") UUID engagementId) {
        return act.asEmployer(callers.current(), engagementId, new Command.NoteNoShow(), null);
    }

    @POST
    @Path("/{engagementId}/cancellation")
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(
            operationId = "cancelEngagement",
            summary = "Either side, before the worker came; the place is free again (退出)")
    @APIResponse(responseCode = "422", description = "not now; every reason")
    public Uni<EngagementView> cancel(@PathParam("engagementId") UUID engagementId) {
        return act.cancel(callers.current(), engagementId);
    }

    @POST
    @Path("/{engagementId}/hire")
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "hireWorker", summary = "A company hires the worker; enrollment hears of it, once (录用)")
    @APIResponseSchema(value = EngagementView.class, responseCode = "201")
    @APIResponse(responseCode = "422", description = "not so; every reason")
    public Uni<Response> hire(
            @PathParam("engagementId") UUID engagementId,
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull HireRequest request) {
        var caller = callers.current();
        var startsOn = LocalDate.parse(requireNonNull(request.startsOn()));
        var key = header.key(caller, "hire-worker", idempotencyKey, engagementId + " " + startsOn);
        return hire.handle(caller, key, engagementId, startsOn).map(Answer::toResponse);
    }
}
