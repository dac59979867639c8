package org.lingbao.enrollment.certification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.problem.Problem;

/** Whether a paper is real and still holds: open to everybody who was shown one. */
@Path("/verify/{code}")
@Cancellable(false)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class VerifyResource {
    private final VerifyPaper verify;

    VerifyResource(VerifyPaper verify) {
        this.verify = verify;
    }

    @GET
    @APIResponseSchema(VerifiedView.class)
    public Uni<Response> verify(@PathParam("code") String code) {
        return verify.byCode(code)
                .map(found -> found.map(paper -> Response.ok(paper).build())
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }
}
