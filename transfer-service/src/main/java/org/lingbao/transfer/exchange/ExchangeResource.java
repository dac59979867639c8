package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Takes letters from the other provinces' cells, and shows what was exchanged. */
@Path("/exchange")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class ExchangeResource {
    private static final String NDJSON = "application/x-ndjson";

    private final TakeLetter take;
    private final Replay replay;
    private final Messages messages;
    private final MessageLog log;
    private final Mailbox mailbox;
    private final Callers callers;

    ExchangeResource(
            TakeLetter take, Replay replay, Messages messages, MessageLog log, Mailbox mailbox, Callers callers) {
        this.take = take;
        this.replay = replay;
        this.messages = messages;
        this.log = log;
        this.mailbox = mailbox;
        this.callers = callers;
    }

    @POST
    @Path("/messages")
    @PermitAll
    @Consumes(Road.MEDIA_TYPE)
    @Operation(
            operationId = "takeLetter",
            summary = "Take a letter from another cell: signed, then encrypted to this one (跨省报文)",
            description =
                    "The signature is the identity. docs/operating/exchange.md has the envelope and the receipts.")
    @APIResponse(
            responseCode = "200",
            description = "signed receipts: RECEIVED and ACCEPTED or REJECTED, or MISSING for a gap",
            content = @Content(schema = @Schema(implementation = ReceiptsView.class)))
    @APIResponse(responseCode = "400", description = "not to be opened; a signed receipt with EXCHANGE_ codes")
    @APIResponse(responseCode = "403", description = "not to be trusted; a signed receipt with EXCHANGE_ codes")
    @APIResponse(responseCode = "409", description = "another letter has that id or number; a signed receipt")
    @APIResponse(responseCode = "503", description = "what a decision needs is down; nothing was done: Retry-After")
    public Uni<Response> take(@NotNull String posted) {
        return take.handle(posted)
                .map(answered -> Response.status(answered.status())
                        .entity(new ReceiptsView(answered.receipts()))
                        .build());
    }

    @GET
    @Path("/messages")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "listMessages", summary = "List the messages of a case, without their documents")
    public Uni<List<MessageView>> list(@QueryParam("caseId") @Nullable String caseId) {
        var query = new Query();
        var asked = query.value("caseId", caseId, UUID::fromString, "a case's id");
        query.refuseIfWrong();
        return messages.ofCase(asked.get());
    }

    @POST
    @Path("/replays")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "replayMessages", summary = "Send again, now, what has no verdict yet (重发)")
    @APIResponse(
            responseCode = "200",
            description = "what goes out",
            content = @Content(schema = @Schema(implementation = ReplayView.class)))
    public Uni<ReplayView> replay(@Valid @NotNull ReplayRequest request) {
        var partner = requireNonNull(request.partner());
        if (!mailbox.reaches(partner)) {
            throw new ProblemException(
                    Problem.malformed(new Violation(Refusal.PARTNER_UNKNOWN.inCatalogue()).at("/partner")));
        }
        return replay.handle(callers.current(), requireNonNull(request.caseId()), partner, request.since())
                .map(ReplayView::new);
    }

    @GET
    @Path("/log")
    @RolesAllowed(Role.AUDITOR)
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportMessageLog",
            summary = "Export the log: one line of JSON per entry, for ./lingbao verify exchange (报文日志)")
    @APIResponse(
            responseCode = "200",
            description = "envelopes and receipts, each signed; no documents",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LogLine.class)))
    public Multi<LogLine> log(
            @QueryParam("after") @DefaultValue("0") @Min(0) @Parameter(description = "only what follows this position")
                    long after) {
        return log.after(after);
    }
}
