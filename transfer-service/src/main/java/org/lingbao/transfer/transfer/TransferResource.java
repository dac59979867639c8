package org.lingbao.transfer.transfer;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.transfer.transfer.domain.Command;

/** Transfers: apply, look, and what persons and agencies may do about one. */
@Path("/transfers")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TransferResource {
    private final Apply apply;
    private final Act act;
    private final ViewTransfers views;
    private final Callers callers;
    private final IdempotencyHeader header;
    private final String cell;

    TransferResource(
            Apply apply,
            Act act,
            ViewTransfers views,
            Callers callers,
            IdempotencyHeader header,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.apply = apply;
        this.act = act;
        this.views = views;
        this.callers = callers;
        this.header = header;
        this.cell = cell;
    }

    @POST
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(
            operationId = "applyForTransfer",
            summary = "Move a relation here from another province; decided at once (转移接续申请)")
    @APIResponse(
            responseCode = "201",
            description = "the case; the letter to the old place is written",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    @APIResponse(
            responseCode = "200",
            description = "no case: nothing need be transferred, or a temporary account is for it",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(responseCode = "404", description = "the person is not known here (yet), or not the caller's")
    @APIResponse(responseCode = "422", description = "the law says no; every reason with its article")
    @APIResponse(responseCode = "503", description = "who the person is cannot be asked now: Retry-After")
    public Uni<Response> apply(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull TransferRequest request) {
        var caller = callers.current();
        var key = header.key(caller, "apply-for-transfer", idempotencyKey, request);
        return apply.handle(caller, key, request.toApplication(cell)).map(Answer::toResponse);
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "listTransfers", summary = "A person's transfers in this province, the latest first")
    public Uni<CaseView.Summaries> list(@QueryParam("personId") @Nullable String personId) {
        var query = new Query();
        var person = query.value("personId", personId, UUID::fromString, "a person's id");
        query.refuseIfWrong();
        return views.of(callers.current(), person.get());
    }

    @GET
    @Path("/{transferId}")
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "showTransfer", summary = "Where a transfer stands (办理进度)")
    public Uni<CaseView> show(@PathParam("transferId") UUID transferId) {
        return views.one(callers.current(), transferId)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    @POST
    @Path("/{transferId}/letter")
    @RolesAllowed(Role.CLERK)
    @Operation(
            operationId = "sendContactLetter",
            summary = "New place: send the letter again, after it was returned (联系函)")
    @APIResponse(responseCode = "409", description = "not now; every reason")
    public Uni<CaseView> letter(@PathParam("transferId") UUID transferId) {
        return act.sendLetter(callers.current(), transferId);
    }

    @POST
    @Path("/{transferId}/refusal")
    @RolesAllowed(Role.CLERK)
    @Operation(operationId = "refuseTransfer", summary = "Either place: refuse; everything is as before (不予转移)")
    @APIResponse(responseCode = "409", description = "not now; every reason")
    public Uni<CaseView> refuse(@PathParam("transferId") UUID transferId, @Valid @NotNull RefusalRequest request) {
        return act.handle(callers.current(), transferId, request.toCommand());
    }

    @POST
    @Path("/{transferId}/cancellation")
    @RolesAllowed(Role.CITIZEN)
    @Operation(operationId = "cancelTransfer", summary = "The person, at the new place: not any more (撤销)")
    @APIResponse(responseCode = "409", description = "not now; every reason")
    public Uni<CaseView> cancel(@PathParam("transferId") UUID transferId) {
        return act.handle(callers.current(), transferId, new Command.Cancel());
    }

    @POST
    @Path("/{transferId}/recheck")
    @RolesAllowed(Role.CLERK)
    @Operation(operationId = "recheckTransfer", summary = "New place: what did not agree is settled, look again (重新核对)")
    @APIResponse(responseCode = "409", description = "not now; every reason")
    public Uni<CaseView> recheck(@PathParam("transferId") UUID transferId) {
        return act.handle(callers.current(), transferId, new Command.Recheck());
    }

    @POST
    @Path("/{transferId}/correction")
    @RolesAllowed(Role.CLERK)
    @Operation(
            operationId = "correctForm",
            summary = "Old place: the account is corrected, write the form again (更正信息表)")
    @APIResponse(responseCode = "409", description = "not now; every reason")
    public Uni<CaseView> correct(@PathParam("transferId") UUID transferId) {
        return act.handle(callers.current(), transferId, new Command.Correct());
    }

    @POST
    @Path("/{transferId}/supplement")
    @RolesAllowed(Role.CLERK)
    @Operation(
            operationId = "supplementFunds",
            summary = "Old place: what was missing of the money is sent after it (补划)")
    @APIResponse(responseCode = "409", description = "not now; every reason")
    public Uni<CaseView> supplement(@PathParam("transferId") UUID transferId) {
        return act.handle(callers.current(), transferId, new Command.Supplement());
    }
}
