package org.lingbao.contribution.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Shows receipts to those they concern, and verifies paper ones for everybody. */
@Path("/")
@Cancellable(false)
class ReceiptResource {
    private final Receipts receipts;
    private final Callers callers;
    private final ReceiptWords words;

    ReceiptResource(Receipts receipts, Callers callers, ReceiptWords words) {
        this.receipts = receipts;
        this.callers = callers;
        this.words = words;
    }

    /**
     * What the paper says, and no more: nobody's name.
     *
     * @param reversedOn the day on which it was undone (冲正): it proves no payment any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerificationView(
            String receiptNumber,
            String outcome,
            String amount,
            List<YearMonth> months,
            LocalDate paidOn,
            @Nullable LocalDate reversedOn) {
        static VerificationView of(Receipt receipt) {
            return new VerificationView(
                    receipt.number(),
                    receipt.isPaid() ? "PAID" : "SUSPENDED",
                    receipt.amount().toYuan(),
                    receipt.months(),
                    receipt.paidOn(),
                    receipt.reversedOn());
        }
    }

    @GET
    @Path("/receipts/{receiptNumber}")
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK, Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "showReceipt", summary = "Show a receipt (收据)")
    public Uni<ReceiptView> show(@PathParam("receiptNumber") String number, @Context HttpHeaders headers) {
        var languages = headers.getAcceptableLanguages();
        return receipts.byNumber(callers.current(), number)
                .map(found -> words.view(found.orElseThrow(ReceiptResource::notFound), languages));
    }

    @GET
    @Path("/verify/{code}")
    @PermitAll
    @Operation(operationId = "verify", summary = "Verify a paper receipt by its code (验证码查验)")
    public Uni<VerificationView> verify(@PathParam("code") String code) {
        return receipts.byCode(code).map(found -> VerificationView.of(found.orElseThrow(ReceiptResource::notFound)));
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }
}
