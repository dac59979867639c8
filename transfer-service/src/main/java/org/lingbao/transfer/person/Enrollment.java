package org.lingbao.transfer.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The two questions to enrollment, by its OpenAPI document. Numbers stand in bodies, never in a path. */
@RegisterRestClient(configKey = "enrollment")
@OidcClientFilter
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface Enrollment {

    @POST
    @Path("/persons/lookup")
    Uni<Found> lookup(Lookup lookup);

    @POST
    @Path("/persons/{personId}/identity")
    Uni<Identity> identity(@PathParam("personId") UUID person);

    /** Whose number is this? */
    record Lookup(String identityNumber) {
        /** Kept out of logs. */
        @Override
        public String toString() {
            return "Lookup[…]";
        }
    }

    /** The person with a number. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Found(UUID personId) {}
}
