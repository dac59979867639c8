package org.lingbao.contribution.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Month;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Lets an operator bill a month. */
@Path("/billing-runs")
@Cancellable(false)
class BillingRunResource {
    private final RunBilling run;
    private final Callers callers;
    private final IdempotencyHeader header;

    BillingRunResource(RunBilling run, Callers callers, IdempotencyHeader header) {
        this.run = run;
        this.callers = callers;
        this.header = header;
    }

    @RegisterForReflection
    record RunRequest(@NotNull @Month @Nullable String month) {
        YearMonth yearMonth() {
            return YearMonth.parse(Objects.requireNonNull(month));
        }
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "runBilling", summary = "Issue the bills of a month for all who are due (批量核定)")
    @APIResponse(
            responseCode = "201",
            description = "issued; a second run of the month issues none",
            content = @Content(schema = @Schema(implementation = BillingRun.View.class)))
    public Uni<Response> run(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey, @Valid @NotNull RunRequest request) {
        var caller = callers.current();
        var key = header.key(caller, "run-billing", idempotencyKey, request);
        return run.handle(caller, key, request.yearMonth()).map(Answer::toResponse);
    }
}
