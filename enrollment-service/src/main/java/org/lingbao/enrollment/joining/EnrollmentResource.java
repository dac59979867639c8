package org.lingbao.enrollment.joining;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** Applications for enrollment: decided at once, through any channel. */
@Path("/enrollments")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EnrollmentResource {
    private final Enroll enroll;
    private final ViewEnrollment view;
    private final EnrollmentChecks checks;
    private final Refusals refusals;
    private final Callers callers;
    private final IdempotencyHeader keys;

    EnrollmentResource(
            Enroll enroll,
            ViewEnrollment view,
            EnrollmentChecks checks,
            Refusals refusals,
            Callers callers,
            IdempotencyHeader keys) {
        this.enroll = enroll;
        this.view = view;
        this.checks = checks;
        this.refusals = refusals;
        this.callers = callers;
        this.keys = keys;
    }

    @POST
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK})
    @APIResponseSchema(value = EnrollmentView.class, responseCode = "201")
    @APIResponse(
            responseCode = "422",
            description = "refused: every reason, the warnings, and where the application is kept",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = RefusalView.class)))
    public Uni<Response> enroll(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, @Valid @NotNull EnrollRequest request) {
        var caller = callers.current();
        Assistance.refuseWithoutTerminal(caller);
        var key = keys.key(caller, "enroll", header, request);
        var application = checks.check(caller, request);
        return enroll.handle(
                        key, request.person(), application, new Via(caller, request.channel(), request.confirmation()))
                .map(answer -> refusals.toResponse(answer, application));
    }

    @GET
    @Path("/{enrollmentId}")
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK})
    @APIResponseSchema(EnrollmentView.class)
    public Uni<Response> show(@PathParam("enrollmentId") UUID enrollmentId) {
        var caller = callers.current();
        Assistance.refuseWithoutTerminal(caller);
        return view.byId(caller, enrollmentId)
                .map(found -> found.map(enrollment -> Response.ok(enrollment).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
