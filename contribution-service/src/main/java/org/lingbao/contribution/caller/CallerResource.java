package org.lingbao.contribution.caller;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;

/** Tells a client what it is taken for, so that whoever connects a bank or a bureau can try the token before money moves. */
@Path("/caller")
@Cancellable(false)
class CallerResource {
    private final Callers callers;

    CallerResource(Callers callers) {
        this.callers = callers;
    }

    @GET
    @RolesAllowed({
        Role.CITIZEN,
        Role.CLERK,
        Role.BANK,
        Role.EMPLOYER,
        Role.OPERATOR,
        Role.AUDITOR,
        Role.SERVICE,
        Role.TAX
    })
    @Operation(
            operationId = "showCaller",
            summary = "Show what the token is taken for: roles, area, bank, terminal, bureau")
    public Uni<CallerView> show() {
        return Uni.createFrom().item(CallerView.of(callers.current()));
    }
}
