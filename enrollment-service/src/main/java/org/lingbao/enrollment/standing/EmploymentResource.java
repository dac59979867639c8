package org.lingbao.enrollment.standing;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** Employments (用工): an employer declares who was hired and who left, and sees its own. */
@Path("/employments")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EmploymentResource {
    private final Hire hire;
    private final EndEmployment end;
    private final WithdrawEmployment withdraw;
    private final ShowEmployment show;
    private final HireChecks checks;
    private final Callers callers;
    private final IdempotencyHeader keys;
    private final BusinessDay day;

    EmploymentResource(
            Hire hire,
            EndEmployment end,
            WithdrawEmployment withdraw,
            ShowEmployment show,
            HireChecks checks,
            Callers callers,
            IdempotencyHeader keys,
            BusinessDay day) {
        this.hire = hire;
        this.end = end;
        this.withdraw = withdraw;
        this.show = show;
        this.checks = checks;
        this.callers = callers;
        this.keys = keys;
        this.day = day;
    }

    @POST
    @RolesAllowed(Role.EMPLOYER)
    @APIResponseSchema(value = EmploymentView.class, responseCode = "201")
    public Uni<Response> hire(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, @Valid @NotNull HireRequest request) {
        var employer = Employer.of(callers.current());
        var key = keys.key(employer.caller(), "hire", header, request);
        return hire.handle(employer, key, checks.check(request, day.today())).map(Answer::toResponse);
    }

    @POST
    @Path("/{employmentId}/end")
    @RolesAllowed(Role.EMPLOYER)
    @APIResponseSchema(EmploymentView.class)
    public Uni<Response> end(@PathParam("employmentId") UUID employmentId, @Valid @NotNull LeaveRequest request) {
        var employer = Employer.of(callers.current());
        return end.handle(employer, employmentId, request.endedOn()).map(Answer::toResponse);
    }

    @POST
    @Path("/{employmentId}/withdrawal")
    @RolesAllowed(Role.EMPLOYER)
    @APIResponseSchema(EmploymentView.class)
    public Uni<Response> withdraw(@PathParam("employmentId") UUID employmentId) {
        return withdraw.handle(Employer.of(callers.current()), employmentId).map(Answer::toResponse);
    }

    @GET
    @Path("/{employmentId}")
    @RolesAllowed(Role.EMPLOYER)
    @APIResponseSchema(EmploymentView.class)
    public Uni<Response> show(@PathParam("employmentId") UUID employmentId) {
        return show.of(Employer.of(callers.current()), employmentId)
                .map(found -> found.map(employment -> Response.ok(employment).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
