package org.lingbao.enrollment.signal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.asking.wire.Id;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.enrollment.signal.ShowSignals.Wanted;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** Signals of an area. How one ended is recorded with its task. */
@Path("/signals")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
class SignalResource {
    private static final String FORM = "the code of an area, such as 370702001";
    private static final int MOST = 200;

    private final ShowSignals show;
    private final Callers callers;

    SignalResource(ShowSignals show, Callers callers) {
        this.show = show;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.CLERK, Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(SignalView.Signals.class)
    public Uni<Response> list(
            @QueryParam("area") @Nullable String area,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Id @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var query = new Query();
        var where = query.value("area", area, OrganisationCode::new, FORM);
        var what = code(query, "kind", kind, Behind.class);
        var how = code(query, "state", state, SignalView.Review.class);
        if (limit < 1 || limit > MOST) {
            query.wrong("limit", "from 1 to " + MOST);
        }
        query.refuseIfWrong();
        var seen = after == null ? null : UUID.fromString(after);
        return show.list(callers.current(), new Wanted(where.get(), what.get(), how.get(), seen, limit))
                .map(SignalResource::answer);
    }

    @GET
    @Path("/{signalId}")
    @RolesAllowed({Role.CLERK, Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(SignalView.Evidence.class)
    public Uni<Response> open(@PathParam("signalId") UUID signalId) {
        return show.open(callers.current(), signalId).map(SignalResource::answer);
    }

    private static <E extends Enum<E>> Query.Asked<Optional<E>> code(
            Query query, String name, @Nullable String written, Class<E> type) {
        if (written == null) {
            return Optional::empty;
        }
        var known = query.code(name, written, type);
        return () -> Optional.of(known.get());
    }

    private static <T> Response answer(Optional<T> found) {
        return found.map((Function<T, Response>) view -> Response.ok(view).build())
                .orElseGet(() -> Problem.notFound().toResponse());
    }
}
