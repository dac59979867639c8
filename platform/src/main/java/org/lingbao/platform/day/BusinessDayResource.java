package org.lingbao.platform.day;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/** Shows the business day, and where it is movable lets an operator move it forward. */
@Path("/business-day")
@Cancellable(false)
class BusinessDayResource {
    private final BusinessDay day;

    BusinessDayResource(BusinessDay day) {
        this.day = day;
    }

    record DayView(LocalDate day, boolean movable) {}

    record MoveRequest(@NotNull @Nullable LocalDate day) {}

    @GET
    @PermitAll
    public DayView show() {
        return new DayView(day.today(), day.isMovable());
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    public Uni<Response> move(@Valid @NotNull MoveRequest request) {
        var wanted = Objects.requireNonNull(request.day());
        if (!day.isMovable()) {
            return refused(new Violation("BUSINESS_DAY_FIXED"));
        }
        if (wanted.isBefore(day.today())) {
            return refused(new Violation("BUSINESS_DAY_BACKWARDS").with("day", day.today()));
        }
        return day.moveTo(wanted).map(now -> Response.ok(new DayView(now, true)).build());
    }

    private static Uni<Response> refused(Violation violation) {
        return Uni.createFrom()
                .item(Problem.conflict("business-day-refused", violation).toResponse());
    }
}
