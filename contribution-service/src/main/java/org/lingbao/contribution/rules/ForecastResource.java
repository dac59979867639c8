package org.lingbao.contribution.rules;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.Revalidated;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.rules.Law;
import org.lingbao.rules.retirement.Category;

/** What paying on would give: for everybody, without a login; the person's own figures come with the question. */
@Path("/rules")
@Cancellable(false)
@PermitAll
@Revalidated
@Produces(MediaType.APPLICATION_JSON)
class ForecastResource {
    private final BusinessDay day;

    ForecastResource(BusinessDay day) {
        this.day = day;
    }

    @GET
    @Path("/forecast-inputs")
    @NonBlocking
    @Operation(operationId = "showForecastInputs", summary = "What the law puts into a forecast (养老金测算参数)")
    public ForecastInputsView inputs(
            @QueryParam("place") @Parameter(required = true) @Nullable String place,
            @QueryParam("category") @Parameter(required = true) @Nullable String category,
            @QueryParam("birthDate") @Parameter(required = true) @Nullable String birthDate,
            @QueryParam("on") @Nullable String on) {
        var query = new Query();
        var askedPlace = query.place("place", place);
        var askedCategory = query.code("category", category, Category.class);
        var born = query.day("birthDate", birthDate);
        var askedDay = query.day("on", on, day.today());
        query.refuseIfWrong();
        return ForecastInputsView.of(askedPlace.get(), askedCategory.get(), born.get(), askedDay.get());
    }

    @GET
    @Path("/forecast")
    @NonBlocking
    @Operation(operationId = "askForecast", summary = "What a plan of paying on would give (养老金测算); nothing is kept")
    public ForecastView forecast(@BeanParam ForecastQuery query) {
        var question = query.read(day.today());
        return Query.fitting(() -> ForecastView.of(Law.standard().forecast().of(question)));
    }
}
