package org.lingbao.contribution.chain;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Hands the chain to whoever proves it elsewhere, and its last seal to whoever notes it. */
@Path("/ledger/chain")
@Cancellable(false)
class ChainResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

    private final ChainExport export;

    ChainResource(ChainExport export) {
        this.export = export;
    }

    /** Blocking: once a stream has begun, it is too late to answer that nothing is sealed up to there. */
    @GET
    @Blocking
    @RolesAllowed(Role.AUDITOR)
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportChain",
            summary = "Export seals and entry sets: one line of JSON each, for ./lingbao verify ledger (总账哈希链)")
    @APIResponse(
            responseCode = "200",
            description = "in the order of the seals; persons are opaque ids",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ChainLine.class)))
    public Multi<ChainLine> export(
            @QueryParam("after") @DefaultValue("0") @Min(0) @Parameter(description = "only what follows this position")
                    long after) {
        return export.from(export.beginning(after)
                .await()
                .atMost(ANSWER_LIMIT)
                .orElseThrow(() -> new ProblemException(
                        Problem.malformed(new Violation("BAD_PARAMETER").with("parameter", "after")))));
    }

    @GET
    @Path("/head")
    @RolesAllowed({Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "showChainHead", summary = "Show the last seal of the ledger, to be noted elsewhere (链首)")
    public Uni<HeadView> head() {
        return export.head();
    }
}
