package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Takes what a bank's own system reports of the agency's account. The bank is the token's, never the body's. */
@Path("/bank-credits")
@Cancellable(false)
class BankCreditResource {
    private static final int CREATED = 201;

    private final BookBankCredit book;
    private final Callers callers;
    private final IdempotencyHeader header;

    BankCreditResource(BookBankCredit book, Callers callers, IdempotencyHeader header) {
        this.book = book;
        this.callers = callers;
        this.header = header;
    }

    @POST
    @RolesAllowed(Role.BANK)
    @Operation(
            operationId = "bookBankCredit",
            summary = "Book money of a transfer that arrived from another province (转入资金到账)",
            description =
                    "For a bank's own system, not its terminals. Idempotency-Key: the serial. The same again gets the "
                            + "same answer, for ever.")
    @APIResponse(
            responseCode = "201",
            description = "what became of it; Idempotent-Replayed: true for a repetition",
            content = @Content(schema = @Schema(implementation = BankCreditView.class)))
    @APIResponse(responseCode = "409", description = "the bank sent another credit under this serial")
    public Uni<Response> book(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull BankCreditRequest request) {
        return book.handle(toCredit(request, idempotencyKey)).map(BankCreditResource::toResponse);
    }

    private BankCredit toCredit(BankCreditRequest request, @Nullable String idempotencyKey) {
        var caller = callers.current();
        var bank = BankOffice.of(caller);
        var key = header.key(caller, "book-bank-credit", idempotencyKey, request);
        if (!key.key().equals(request.serial())) {
            throw new ProblemException(
                    Problem.malformed(new Violation("BAD_PARAMETER").with("parameter", IdempotencyHeader.NAME)));
        }
        return request.toCredit(bank, key.bodyHash());
    }

    private static Response toResponse(BookBankCredit.Result result) {
        return switch (result) {
            case BookBankCredit.Result.Booked(var credit) ->
                Response.status(CREATED).entity(credit).build();
            case BookBankCredit.Result.Known(var credit) ->
                Response.status(CREATED)
                        .entity(credit)
                        .header("Idempotent-Replayed", "true")
                        .build();
            case BookBankCredit.Result.Reused() ->
                Problem.conflict("idempotency-key-reused", new Violation("IDEMPOTENCY_KEY_REUSED"))
                        .toResponse();
        };
    }
}
