package org.lingbao.contribution.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.wire.Day;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Role;

/** Lets those who run and those who check the platform see the ledger's proof. */
@Path("/ledger")
@Cancellable(false)
class LedgerResource {
    private final CheckLedger check;
    private final Proofs proofs;
    private final BusinessDay day;

    LedgerResource(CheckLedger check, Proofs proofs, BusinessDay day) {
        this.check = check;
        this.proofs = proofs;
        this.day = day;
    }

    @GET
    @Path("/check")
    @RolesAllowed({Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "checkLedger", summary = "Prove the ledger: sums, balances, bills and receipts (总账核验)")
    public Uni<CheckView> check() {
        return check.run();
    }

    @GET
    @Path("/totals")
    @RolesAllowed({Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "readLedgerTotals",
            summary = "What was booked on a day in each fund and at each bank, as the last proof found it (日终核对)")
    public Uni<TotalsView> totals(@QueryParam("on") @Day @Nullable String on) {
        var query = new Query();
        var of = query.day("on", on, day.today());
        query.refuseIfWrong();
        return proofs.totals(of.get());
    }
}
