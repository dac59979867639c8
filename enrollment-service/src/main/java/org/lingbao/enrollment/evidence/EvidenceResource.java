package org.lingbao.enrollment.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** A person's papers. */
@Path("/persons/{personId}/evidence")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EvidenceResource {
    private final KeepEvidence keep;
    private final Callers callers;
    private final IdempotencyHeader keys;
    private final BusinessDay day;

    EvidenceResource(KeepEvidence keep, Callers callers, IdempotencyHeader keys, BusinessDay day) {
        this.keep = keep;
        this.callers = callers;
        this.keys = keys;
        this.day = day;
    }

    @POST
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(value = EvidenceView.class, responseCode = "201")
    public Uni<Response> add(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header,
            @PathParam("personId") UUID personId,
            @Valid @NotNull EvidenceRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "add-evidence " + personId, header, request);
        refuseIfWrong(request);
        return keep.add(caller, key, personId, request).map(Answer::toResponse);
    }

    /** @throws ProblemException 400 with all that is wrong */
    private void refuseIfWrong(EvidenceRequest request) {
        var violations = new ArrayList<Violation>();
        Query.unknown(request.paper().place(), "/place").ifPresent(violations::add);
        request.paper().reasons(day.today()).stream()
                .map(reason -> new Violation(reason.name())
                        .at(
                                switch (reason) {
                                    case EVIDENCE_NOT_ISSUED_YET -> "/validFrom";
                                    case EVIDENCE_ENDS_BEFORE_IT_BEGINS, EVIDENCE_END_MISSING -> "/validTo";
                                }))
                .forEach(violations::add);
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.malformed(violations));
        }
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @APIResponseSchema(EvidenceView.All.class)
    public Uni<Response> list(@PathParam("personId") UUID personId) {
        return keep.of(callers.current(), personId)
                .map(found -> found.map(all -> Response.ok(all).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
