package org.lingbao.contribution.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.identity.Role;

/** Lets those who run and those who check the platform see the ledger's proof. */
@Path("/ledger")
@Cancellable(false)
class LedgerResource {
    private final CheckLedger check;

    LedgerResource(CheckLedger check) {
        this.check = check;
    }

    @GET
    @Path("/check")
    @RolesAllowed({Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "checkLedger", summary = "Prove the ledger: sums, balances, bills and receipts (总账核验)")
    public Uni<CheckView> check() {
        return check.run();
    }
}
