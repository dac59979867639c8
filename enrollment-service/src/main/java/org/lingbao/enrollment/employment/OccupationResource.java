package org.lingbao.enrollment.employment;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The occupations that can be registered (职业), open to everybody. */
@Path("/occupations")
@Cancellable(false)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class OccupationResource {
    private final Occupations occupations;

    OccupationResource(Occupations occupations) {
        this.occupations = occupations;
    }

    @GET
    @NonBlocking
    public List<Occupation> list() {
        return occupations.all();
    }
}
