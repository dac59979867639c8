package org.lingbao.transfer.certificate;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
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

/** The question to contribution, by its OpenAPI document: what a paper shows, never what a case decides by. */
@Path("/persons")
@RegisterRestClient(configKey = "contribution")
@OidcClientFilter
@Produces(MediaType.APPLICATION_JSON)
interface Contribution {

    @GET
    @Path("/{personId}/statement")
    Uni<Statement> statement(@PathParam("personId") UUID person, @QueryParam("scheme") String scheme);

    /** What we use of the statement. @param months those that count here, in order */
    @RegisterForReflection
    record Statement(List<Month> months, String accountBalance) {}

    /** A paid month. */
    @RegisterForReflection
    record Month(YearMonth month) {}
}
