package org.lingbao.enrollment.delegation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.person.Numbers;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Who may act for a person, and for whom the person may act. */
@Path("/persons/{personId}/delegations")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DelegationResource {
    private final Delegations delegations;
    private final Assistance assistance;
    private final Callers callers;
    private final BusinessDay day;

    DelegationResource(Delegations delegations, Assistance assistance, Callers callers, BusinessDay day) {
        this.delegations = delegations;
        this.assistance = assistance;
        this.callers = callers;
        this.day = day;
    }

    @POST
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(value = DelegationView.class, responseCode = "201")
    public Uni<Response> grant(@PathParam("personId") UUID personId, @Valid @NotNull DelegationRequest request) {
        var caller = callers.current();
        var violations = new ArrayList<Violation>();
        var identity = Numbers.check(request.identityNumber(), day.today(), violations);
        assistance.unknownIfAny(caller, request.channel()).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.malformed(violations));
        }
        var via = Via.of(caller, request.channel(), request.confirmation());
        return delegations.grant(via, personId, identity.orElseThrow(), request).map(Answer::toResponse);
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(DelegationView.All.class)
    public Uni<Response> list(@PathParam("personId") UUID personId) {
        return delegations
                .of(callers.current(), personId)
                .map(all -> Response.ok(all).build());
    }

    @DELETE
    @Path("/{delegationId}")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    public Uni<Response> end(
            @PathParam("personId") UUID personId,
            @PathParam("delegationId") UUID delegationId,
            @QueryParam("channel") @Size(min = 1, max = 64) @Nullable String channel) {
        return delegations
                .end(assistance.via(callers.current(), channel, null), personId, delegationId)
                .map(done -> Response.noContent().build());
    }
}
