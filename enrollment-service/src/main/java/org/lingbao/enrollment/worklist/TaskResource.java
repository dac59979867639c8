package org.lingbao.enrollment.worklist;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
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
import org.lingbao.enrollment.organisation.Organisations;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.enrollment.worklist.ShowTasks.Wanted;
import org.lingbao.enrollment.worklist.domain.Kind;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;

/** Work lists: what is to be done in an area, by whom, and how it ended. */
@Path("/tasks")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TaskResource {
    private static final CacheControl NO_STORE = CacheControl.valueOf("no-store");
    private static final String FORM = "the code of an area, such as 370702001";
    private static final int MOST = 200;

    private final ShowTasks show;
    private final TaskDesk desk;
    private final Organisations organisations;
    private final Callers callers;
    private final IdempotencyHeader keys;
    private final BusinessDay day;

    TaskResource(
            ShowTasks show,
            TaskDesk desk,
            Organisations organisations,
            Callers callers,
            IdempotencyHeader keys,
            BusinessDay day) {
        this.show = show;
        this.desk = desk;
        this.organisations = organisations;
        this.callers = callers;
        this.keys = keys;
        this.day = day;
    }

    @GET
    @RolesAllowed({Role.CLERK, Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(TaskView.Page.class)
    public Uni<Response> list(
            @QueryParam("area") @Nullable String area,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") @Nullable String state,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("held") @DefaultValue("false") boolean held,
            @QueryParam("after") @Id @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var query = new Query();
        var where = query.value("area", area, OrganisationCode::new, FORM);
        var what = code(query, "kind", kind, Kind.class);
        var how = code(query, "state", state, TaskView.State.class);
        if (limit < 1 || limit > MOST) {
            query.wrong("limit", "from 1 to " + MOST);
        }
        query.refuseIfWrong();
        var wanted = new Wanted(
                where.get(),
                what.get(),
                how.get(),
                overdue,
                held,
                after == null ? null : UUID.fromString(after),
                limit);
        return show.list(callers.current(), wanted).map(TaskResource::answer);
    }

    @GET
    @Path("/summary")
    @RolesAllowed({Role.CLERK, Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(TaskView.Summary.class)
    public Uni<Response> sum(@QueryParam("area") @Nullable String area) {
        var query = new Query();
        var where = query.value("area", area, OrganisationCode::new, FORM);
        query.refuseIfWrong();
        return show.sum(callers.current(), where.get()).map(TaskResource::answer);
    }

    @GET
    @Path("/{taskId}")
    @RolesAllowed(Role.CLERK)
    @APIResponseSchema(TaskView.class)
    public Uni<Response> open(@PathParam("taskId") UUID taskId) {
        return desk.open(callers.current(), taskId)
                .map(task -> Response.ok(task).cacheControl(NO_STORE).build());
    }

    @POST
    @RolesAllowed(Role.CLERK)
    @APIResponseSchema(value = TaskView.class, responseCode = "201")
    public Uni<Response> make(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String header, @Valid @NotNull TaskRequest request) {
        var caller = callers.current();
        var key = keys.key(caller, "make-task", header, request);
        var query = new Query();
        var where = query.value("organisation", request.organisation(), OrganisationCode::new, FORM);
        query.refuseIfWrong();
        return organisations
                .isWithin(caller, where.get(), day.today())
                .chain(within -> within
                        ? desk.make(
                                        caller,
                                        key,
                                        Kind.ASSISTED_VISIT,
                                        where.get().code(),
                                        request.person())
                                .map(Answer::toResponse)
                        : Uni.createFrom().item(Problem.notFound().toResponse()));
    }

    @POST
    @Path("/{taskId}/outcome")
    @RolesAllowed(Role.CLERK)
    @APIResponseSchema(TaskView.class)
    public Uni<Response> end(@PathParam("taskId") UUID taskId, @Valid @NotNull OutcomeRequest request) {
        return desk.end(callers.current(), taskId, request.known()).map(Answer::toResponse);
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
