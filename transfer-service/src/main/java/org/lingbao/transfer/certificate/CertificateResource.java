package org.lingbao.transfer.certificate;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
import org.lingbao.transfer.person.Persons;

/** Issues certificates, shows them to their holders, and verifies paper ones for everybody. */
@Path("/")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CertificateResource {
    private static final CacheControl NO_STORE = CacheControl.valueOf("no-store");

    private final IssueCertificate issue;
    private final Certificates certificates;
    private final Persons persons;
    private final Callers callers;
    private final IdempotencyHeader keys;
    private final String cell;

    CertificateResource(
            IssueCertificate issue,
            Certificates certificates,
            Persons persons,
            Callers callers,
            IdempotencyHeader keys,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.issue = issue;
        this.certificates = certificates;
        this.persons = persons;
        this.callers = callers;
        this.keys = keys;
        this.cell = cell;
    }

    @POST
    @Path("/certificates")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(operationId = "issueCertificate", summary = "Issue a contribution certificate (参保缴费凭证)")
    @APIResponseSchema(value = CertificateView.class, responseCode = "201")
    @APIResponse(responseCode = "422", description = "nothing was paid here, or all of it has moved on")
    public Uni<Response> issue(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, @Valid @NotNull CertificateRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "issue-certificate", header, request);
        return issue.handle(caller, key, request.check(cell)).map(Answer::toResponse);
    }

    @GET
    @Path("/certificates/{number}")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(operationId = "showCertificate", summary = "Show a certificate, with its holder's name and number")
    @APIResponseSchema(CertificateView.class)
    public Uni<Response> show(@PathParam("number") String number) {
        return certificates
                .byNumber(callers.current(), number)
                .map(found -> found.orElseThrow(CertificateResource::notFound))
                .chain(figures -> persons.identityOf(figures.person())
                        .map(identity ->
                                CertificateView.of(figures, identity.orElseThrow(CertificateResource::notFound))))
                .map(view -> Response.ok(view).cacheControl(NO_STORE).build());
    }

    @GET
    @Path("/verify/{code}")
    @PermitAll
    @Operation(operationId = "verify", summary = "Verify a certificate by its code (验证码查验)")
    @APIResponseSchema(CertificateView.Verification.class)
    public Uni<Response> verify(@PathParam("code") String code) {
        return certificates
                .byCode(code)
                .map(found -> CertificateView.Verification.of(found.orElseThrow(CertificateResource::notFound)))
                .map(view -> Response.ok(view).build());
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }
}
