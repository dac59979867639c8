package org.lingbao.enrollment.employment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Registers employments (就业登记). */
@Path("/employment-registrations")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RegistrationResource {
    private final RegisterEmployment registrations;
    private final EmploymentRegister register;
    private final Assistance assistance;
    private final Callers callers;
    private final IdempotencyHeader keys;

    RegistrationResource(
            RegisterEmployment registrations,
            EmploymentRegister register,
            Assistance assistance,
            Callers callers,
            IdempotencyHeader keys) {
        this.registrations = registrations;
        this.register = register;
        this.assistance = assistance;
        this.callers = callers;
        this.keys = keys;
    }

    @POST
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(operationId = "registerEmployment", summary = "Register a person's flexible work (就业登记)")
    @APIResponseSchema(value = RegistrationView.class, responseCode = "201")
    public Uni<Response> register(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, @Valid @NotNull RegistrationRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "register-employment", header, request);
        var wrong = new ArrayList<>(register.wrong(request.work()));
        assistance.unknown(caller, request.channel()).ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            throw new ProblemException(Problem.malformed(wrong));
        }
        var via = new Via(caller, request.channel(), request.confirmation());
        return registrations.handle(key, request.person(), request.work(), via).map(Answer::toResponse);
    }
}
