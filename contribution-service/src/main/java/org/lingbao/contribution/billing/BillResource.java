package org.lingbao.contribution.billing;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Shows bills: to the person, to clerks of the area, at a bank's terminal. */
@Path("/bills")
@Cancellable(false)
class BillResource {
    private final Bills bills;
    private final Callers callers;

    BillResource(Bills bills, Callers callers) {
        this.bills = bills;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "listBills", summary = "List a person's bills, the latest month first (账单)")
    public Uni<BillView.Page> list(
            @QueryParam("personId") @NotNull @Id @Nullable String personId,
            @QueryParam("status") @OneOf(Bills.Status.class) @Nullable String status,
            @QueryParam("after") @Parameter(description = "next of the page before, unchanged") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Bills.PAGE) @Min(1) @Max(Bills.PAGE) int limit) {
        return bills.of(
                callers.current(),
                UUID.fromString(requireNonNull(personId)),
                status == null ? null : Bills.Status.valueOf(status),
                after == null ? null : BillCursor.read(after).orElseThrow(BillResource::noCursor),
                limit);
    }

    private static ProblemException noCursor() {
        return new ProblemException(Problem.malformed(new Violation("BAD_PARAMETER").with("parameter", "after")));
    }
}
