package org.lingbao.contribution.rules;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.asking.Revalidated;
import org.lingbao.platform.day.BusinessDay;

/** On what terms contributions are paid: the law of any place, month and day, for everybody and without a login. */
@Path("/rules")
@Cancellable(false)
@PermitAll
@Revalidated
@Produces(MediaType.APPLICATION_JSON)
class TermsResource {
    private final BusinessDay day;

    TermsResource(BusinessDay day) {
        this.day = day;
    }

    @GET
    @Path("/limits")
    @NonBlocking
    @Operation(operationId = "showLimits", summary = "The lowest and highest base of a month (缴费基数上下限)")
    public LimitsView limits(@BeanParam TermsQuery query) {
        var subject = query.read(day.today());
        return LimitsView.of(subject, subject.terms());
    }

    @GET
    @Path("/tiers")
    @NonBlocking
    @Operation(operationId = "showTiers", summary = "What one may choose: tiers, bases and periods (缴费档次)")
    public TiersView tiers(@BeanParam TermsQuery query) {
        var subject = query.read(day.today());
        return TiersView.of(subject, subject.terms());
    }

    @GET
    @Path("/rates")
    @NonBlocking
    @Operation(operationId = "showRates", summary = "What part of the base is paid in a month (费率)")
    public RatesView rates(@BeanParam TermsQuery query) {
        var subject = query.read(day.today());
        return RatesView.of(subject, subject.terms());
    }

    @GET
    @Path("/assessment")
    @NonBlocking
    @Operation(operationId = "askAssessment", summary = "What a choice would cost (应缴试算); nothing is kept")
    public AssessmentView assessment(@BeanParam ChoiceQuery query) {
        return AssessmentView.of(query.read(day.today()).assess());
    }
}
