package org.lingbao.matching.employer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Employers: who needs workers registers once, as the company of the token or as a household. */
@Path("/employers")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EmployerResource {
    private final Employers employers;
    private final Callers callers;
    private final IdempotencyHeader header;

    EmployerResource(Employers employers, Callers callers, IdempotencyHeader header) {
        this.employers = employers;
        this.callers = callers;
        this.header = header;
    }

    @POST
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "registerEmployer", summary = "Register as an employer: a company or a household (用工方登记)")
    @APIResponseSchema(value = EmployerView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "the household's person is not known (yet): Retry-After")
    @APIResponse(responseCode = "409", description = "this employer is registered")
    @APIResponse(responseCode = "422", description = "the token's credit code is none")
    public Uni<Response> register(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull EmployerRequest request) {
        var caller = callers.current();
        refuseUnnamed(caller.is(Role.CITIZEN), request);
        var key = header.key(caller, "register-employer", idempotencyKey, request);
        return employers.register(caller, key, request).map(Answer::toResponse);
    }

    @GET
    @Path("/me")
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "showOwnEmployer", summary = "As which employer the caller is registered")
    public Uni<EmployerView> own() {
        return employers.own(callers.current()).map(EmployerResource::found);
    }

    @PUT
    @Path("/me")
    @RolesAllowed(Role.EMPLOYER)
    @Operation(operationId = "changeEmployer", summary = "Change a company's name and contact")
    public Uni<EmployerView> change(@Valid @NotNull EmployerRequest request) {
        refuseUnnamed(false, request);
        return employers.change(callers.current(), request).map(EmployerResource::found);
    }

    private static void refuseUnnamed(boolean household, EmployerRequest request) {
        if (household == (request.name() != null)) {
            var what = household ? "a household has no name here" : "a company has a name";
            throw new ProblemException(Problem.malformed(
                    new Violation("CONSTRAINT").with("message", what).at("/name")));
        }
    }

    private static EmployerView found(Optional<EmployerView> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
