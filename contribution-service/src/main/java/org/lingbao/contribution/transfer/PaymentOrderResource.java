package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Tells a bank's own system what to pay to other provinces, and hears that it has. */
@Path("/payment-orders")
@Cancellable(false)
class PaymentOrderResource {
    private final PaymentOrders orders;
    private final Callers callers;

    PaymentOrderResource(PaymentOrders orders, Callers callers) {
        this.orders = orders;
        this.callers = callers;
    }

    @GET
    @RolesAllowed(Role.BANK)
    @Operation(
            operationId = "listPaymentOrders",
            summary = "List what the bank is still to pay, the oldest first (付款指令)")
    public Uni<PaymentOrderView.Page> list(
            @QueryParam("after") @Id @Parameter(description = "next of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + PaymentOrders.PAGE) @Min(1) @Max(PaymentOrders.PAGE) int limit) {
        return orders.open(BankOffice.of(callers.current()), after == null ? null : UUID.fromString(after), limit);
    }

    @POST
    @Path("/{orderId}/execution")
    @RolesAllowed(Role.BANK)
    @Operation(
            operationId = "reportExecution",
            summary = "Report that an order was paid (付款回执)",
            description = "An order counts as paid from the first report on; the same again changes nothing.")
    public Uni<PaymentOrderView> executed(@PathParam("orderId") @Id String orderId) {
        return orders.executed(BankOffice.of(callers.current()), UUID.fromString(orderId))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }
}
