package org.lingbao.transfer.certificate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The question to contribution, by its OpenAPI document: what a paper shows, never what a case decides by. */
@RegisterRestClient(configKey = "contribution")
@OidcClientFilter
@Produces(MediaType.APPLICATION_JSON)
interface Contribution {

    @GET
    @Path("/persons/{personId}/statement")
    Uni<Statement> statement(@PathParam("personId") UUID person, @QueryParam("scheme") String scheme);

    /** What we use of the statement. @param months in order; with those that were moved to another province */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Statement(List<Month> months, String accountBalance) {
        /** The months that were paid in the place and still count here. */
        List<YearMonth> paidIn(String place) {
            return months.stream()
                    .filter(month -> month.place().equals(place))
                    .filter(month -> month.transferredFrom() == null && month.transferredTo() == null)
                    .map(Month::month)
                    .toList();
        }
    }

    /**
     * A paid month.
     *
     * @param transferredFrom the province that it came from
     * @param transferredTo the province that it was moved to
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Month(
            YearMonth month,
            String place,
            @Nullable String transferredFrom,
            @Nullable String transferredTo) {}
}
