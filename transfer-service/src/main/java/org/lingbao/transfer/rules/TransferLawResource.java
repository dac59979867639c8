package org.lingbao.transfer.rules;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.Revalidated;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.rules.Law;
import org.lingbao.rules.deadline.Deadline;

/** Where a pension will be paid, and how long agencies may take: for everybody and without a login. */
@Path("/rules")
@Cancellable(false)
@PermitAll
@Revalidated
@Produces(MediaType.APPLICATION_JSON)
class TransferLawResource {
    private final BusinessDay day;

    TransferLawResource(BusinessDay day) {
        this.day = day;
    }

    @GET
    @Path("/benefit-place")
    @NonBlocking
    @Operation(
            operationId = "askBenefitPlace",
            summary = "Which province would pay the pension (待遇领取地); nothing is kept")
    public BenefitPlaceView benefitPlace(@BeanParam CareerQuery query) {
        return BenefitPlaceView.of(query.read(day.today()).ask());
    }

    @GET
    @Path("/deadlines")
    @NonBlocking
    @Operation(operationId = "showDeadlines", summary = "The law's deadlines from a day on, in working days (法定办结时限)")
    public DeadlinesView deadlines(
            @QueryParam("received") @Nullable String received, @QueryParam("deadline") @Nullable String deadline) {
        var query = new Query();
        var from = query.day("received", received, day.today());
        var one = deadline == null ? null : query.code("deadline", deadline, Deadline.class);
        query.refuseIfWrong();
        var asked = one == null ? Stream.of(Deadline.values()) : Stream.of(one.get());
        return new DeadlinesView(
                from.get(),
                asked.map(which -> DeadlinesView.Item.of(
                                which, Law.standard().deadline().due(which, from.get())))
                        .toList());
    }
}
