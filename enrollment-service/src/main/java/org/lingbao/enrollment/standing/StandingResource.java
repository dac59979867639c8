package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.lingbao.asking.Query;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.rules.value.Scheme;

/** A person's months in a scheme, each with what it was, and whether it counts as service (可计算工龄). */
@Path("/persons/{personId}/standing")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class StandingResource {
    private final ShowStanding show;
    private final Callers callers;

    StandingResource(ShowStanding show, Callers callers) {
        this.show = show;
        this.callers = callers;
    }

    /** In which a month is in one relation; in work injury it may be in several. */
    private enum Single {
        EMPLOYEE,
        RESIDENT,
        MEDICAL
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    public Uni<StandingView> show(
            @PathParam("personId") UUID personId, @QueryParam("scheme") @DefaultValue("EMPLOYEE") String scheme) {
        var query = new Query();
        var asked = query.code("scheme", scheme, Single.class);
        query.refuseIfWrong();
        return show.of(callers.current(), personId, Scheme.valueOf(asked.get().name()));
    }
}
