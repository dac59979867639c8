package org.lingbao.contribution.payment;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.PayerReference;
import org.lingbao.personal.Vault;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Takes payments from bank terminals. Bank and terminal are the token's, never the body's. */
@Path("/payments")
@Cancellable(false)
class PaymentResource {
    private static final int NOT_FOUND = 404;

    /** Of each bank one of its own: what a bank calls somebody says nothing elsewhere. */
    private static final String PAYER_INDEX = "receipt.payer_index ";

    private final BookPayment book;
    private final Receipts receipts;
    private final Callers callers;
    private final IdempotencyHeader header;
    private final ReceiptWords words;
    private final Vault vault;

    PaymentResource(
            BookPayment book,
            Receipts receipts,
            Callers callers,
            IdempotencyHeader header,
            ReceiptWords words,
            Vault vault) {
        this.book = book;
        this.receipts = receipts;
        this.callers = callers;
        this.header = header;
        this.words = words;
        this.vault = vault;
    }

    @POST
    @RolesAllowed(Role.BANK)
    @Operation(
            operationId = "bookPayment",
            summary = "Book a payment that a terminal took (终端缴费)",
            description =
                    "Idempotency-Key: terminal + \"-\" + sequence. The same again gets the same receipt, for ever."
                            + " payerReference, with payer OTHER only: what the bank calls whoever brought the money,"
                            + " opaque, the same for the same payer. No number of a document, telephone or card; it is"
                            + " kept as a keyed hash, and no payment depends on it.")
    @APIResponse(
            responseCode = "201",
            description =
                    "the receipt: PAID, or SUSPENDED with every reason; Idempotent-Replayed: true for a repetition",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "409", description = "the terminal sent another payment under this sequence")
    public Uni<Response> book(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey,
            @Valid @NotNull PaymentRequest request,
            @Context HttpHeaders headers) {
        var report = toReport(request, idempotencyKey);
        var languages = headers.getAcceptableLanguages();
        return book.handle(report).map(outcome -> toResponse(outcome, languages));
    }

    @GET
    @Path("/{reference}")
    @RolesAllowed(Role.BANK)
    @Operation(
            operationId = "enquirePayment",
            summary = "Ask what became of a payment whose answer did not come (缴费查询)",
            description =
                    "By the Idempotency-Key under which it was sent. It changes nothing; to be sure that it is booked, send it again.")
    @APIResponse(
            responseCode = "200",
            description = "the receipt",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "404", description = "the bank has no payment booked under this reference")
    public Uni<ReceiptView> enquire(@PathParam("reference") String reference, @Context HttpHeaders headers) {
        var bank = callers.current().bank();
        if (bank == null) {
            throw new ForbiddenException("the token names no bank");
        }
        var languages = headers.getAcceptableLanguages();
        return receipts.byReference(bank, reference)
                .map(found -> found.orElseThrow(PaymentResource::notBooked))
                .map(receipt -> words.view(receipt, languages));
    }

    private static ProblemException notBooked() {
        return new ProblemException(Problem.of(NOT_FOUND, "not-found", List.of(new Violation("PAYMENT_NOT_BOOKED"))));
    }

    private Report toReport(PaymentRequest request, @Nullable String idempotencyKey) {
        var caller = callers.current();
        var bank = caller.bank();
        var terminal = caller.terminal();
        if (bank == null || terminal == null) {
            throw new ForbiddenException("the token names no bank terminal");
        }
        var key = header.key(caller, "book-payment", idempotencyKey, request);
        if (!key.key().equals(request.reference(terminal))) {
            throw new ProblemException(
                    Problem.malformed(new Violation("BAD_PARAMETER").with("parameter", IdempotencyHeader.NAME)));
        }
        return request.toReport(bank, terminal, key.bodyHash(), payerIndex(bank, request.payerReference()));
    }

    private @Nullable ByteBuffer payerIndex(String bank, @Nullable String reference) {
        return reference == null
                ? null
                : ByteBuffer.wrap(vault.index(PAYER_INDEX + bank, new PayerReference(reference)));
    }

    private Response toResponse(BookPayment.Outcome outcome, List<Locale> languages) {
        return switch (outcome) {
            case BookPayment.Outcome.Booked(var receipt) ->
                created(receipt, languages).build();
            case BookPayment.Outcome.Known(var receipt) ->
                created(receipt, languages)
                        .header("Idempotent-Replayed", "true")
                        .build();
            case BookPayment.Outcome.Reused() ->
                Problem.conflict("idempotency-key-reused", new Violation("IDEMPOTENCY_KEY_REUSED"))
                        .toResponse();
        };
    }

    private Response.ResponseBuilder created(Receipt receipt, List<Locale> languages) {
        return Response.created(URI.create("/receipts/" + receipt.number())).entity(words.view(receipt, languages));
    }
}
