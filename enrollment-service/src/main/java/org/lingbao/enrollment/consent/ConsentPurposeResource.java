package org.lingbao.enrollment.consent;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.enrollment.consent.Purposes.Purpose;

/** The texts that may be consented to, open to everybody: a person reads one before consenting to it. */
@Path("/consent-purposes")
@Cancellable(false)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ConsentPurposeResource {
    private final Purposes purposes;

    ConsentPurposeResource(Purposes purposes) {
        this.purposes = purposes;
    }

    @GET
    @NonBlocking
    @Operation(operationId = "listConsentPurposes", summary = "What a person may consent to, with the text in force")
    public List<Purpose> list() {
        return purposes.all();
    }
}
