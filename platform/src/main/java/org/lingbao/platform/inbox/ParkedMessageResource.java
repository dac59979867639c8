package org.lingbao.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.inbox.ParkedMessages.Parked;
import org.lingbao.platform.inbox.ParkedMessages.Release;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;
import org.lingbao.platform.web.Outage;

/** The operator's work list of messages that could not be applied. */
@Path("/parked-messages")
@Cancellable(false)
class ParkedMessageResource {
    private static final Logger LOG = Logger.getLogger(ParkedMessageResource.class);

    private final ParkedMessages messages;
    private final Callers callers;

    ParkedMessageResource(ParkedMessages messages, Callers callers) {
        this.messages = messages;
        this.callers = callers;
    }

    record ReleaseRequest(@NotNull @Nullable Release how) {}

    record ReleaseView(int released) {}

    @GET
    @RolesAllowed(Role.OPERATOR)
    public Uni<List<Parked>> list() {
        return messages.waiting();
    }

    @POST
    @Path("/{id}/release")
    @RolesAllowed(Role.OPERATOR)
    public Uni<Response> release(long id, @Valid @NotNull ReleaseRequest request) {
        var operator = callers.current().subject();
        return messages.release(id, Objects.requireNonNull(request.how()), operator)
                .map(released -> released == 0
                        ? Problem.notFound().toResponse()
                        : Response.ok(new ReleaseView(released)).build())
                .onFailure(failure -> !Outage.isOne(failure))
                .invoke(failure -> LOG.warnf(
                        "parked message %d still cannot be applied: %s",
                        id, failure.getClass().getName()))
                .onFailure(failure -> !Outage.isOne(failure))
                .recoverWithItem(still -> Problem.conflict("still-unreadable", new Violation("MESSAGE_UNREADABLE"))
                        .toResponse());
    }
}
