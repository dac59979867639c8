package org.lingbao.enrollment.coverage;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.enrollment.lines.PartLines;
import org.lingbao.enrollment.lines.WrongLines;
import org.lingbao.enrollment.lines.WrongLines.After;
import org.lingbao.enrollment.organisation.Organisations;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.worklist.Subjects;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Population feeds: announced, sent in parts, compared, reported. */
@Path("/coverage-feeds")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CoverageResource {
    private final ReceiveFeed receive;
    private final CompareFeeds compare;
    private final ShowFeed show;
    private final Organisations organisations;
    private final Registry registry;
    private final Subjects subjects;
    private final Callers callers;
    private final BusinessDay day;

    CoverageResource(
            ReceiveFeed receive,
            CompareFeeds compare,
            ShowFeed show,
            Organisations organisations,
            Registry registry,
            Subjects subjects,
            Callers callers,
            BusinessDay day) {
        this.receive = receive;
        this.compare = compare;
        this.show = show;
        this.organisations = organisations;
        this.registry = registry;
        this.subjects = subjects;
        this.callers = callers;
        this.day = day;
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @APIResponseSchema(value = FeedView.class, responseCode = "201")
    public Uni<Response> begin(@Valid @NotNull FeedRequest request) {
        var caller = callers.current();
        if (LocalDate.parse(request.asOf()).isAfter(day.today())) {
            throw new ProblemException(Problem.malformed(new Violation("COVERAGE_DAY_TO_COME")
                    .with("today", day.today())
                    .at("/asOf")));
        }
        return organisations
                .isWithin(caller, new OrganisationCode(request.area()), day.today())
                .invoke(there -> {
                    if (!there) {
                        throw new ProblemException(Problem.malformed(new Violation("ORGANISATION_NOT_THERE")
                                .with("organisation", request.area())
                                .with("day", day.today())
                                .at("/area")));
                    }
                })
                .chain(() -> receive.begin(caller, request))
                .chain(begun -> show.report(begun.feedId())
                        .map(view -> begun.created()
                                ? Response.created(URI.create("/coverage-feeds/" + begun.feedId()))
                                        .entity(view.orElseThrow())
                                        .build()
                                : Response.ok(view.orElseThrow()).build()));
    }

    @PUT
    @Path("/{feedId}/parts/{part}")
    @Consumes("text/csv")
    @Blocking // reading and sealing a part takes a processor's time
    @RolesAllowed(Role.OPERATOR)
    public Uni<FeedView.Part> take(@PathParam("feedId") UUID feedId, @PathParam("part") int part, byte[] body) {
        if (part < 1) {
            throw new ProblemException(Problem.notFound());
        }
        var read = FeedLines.read(body, day.today())
                .orElseThrow(() -> new ProblemException(Problem.malformed(new Violation("COVERAGE_PART_NOT_UTF8"))));
        var sealed = SealedLines.of(read.good(), registry, subjects);
        return receive.take(feedId, new ReceiveFeed.Part(part, PartLines.digest(body), read, sealed));
    }

    @POST
    @Path("/{feedId}/comparison")
    @RolesAllowed(Role.OPERATOR)
    @APIResponseSchema(value = FeedView.class, responseCode = "202")
    public Uni<Response> compare(@PathParam("feedId") UUID feedId) {
        return receive.complete(callers.current(), feedId)
                .chain(() -> show.report(feedId))
                .map(view -> Response.accepted(view.orElseThrow()).build())
                .invoke(compare::wake);
    }

    @GET
    @Path("/{feedId}")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(FeedView.class)
    public Uni<Response> report(@PathParam("feedId") UUID feedId) {
        return show.report(feedId).map(CoverageResource::answer);
    }

    @GET
    @Path("/{feedId}/wrong-lines")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @APIResponseSchema(WrongLines.class)
    public Uni<Response> wrong(@PathParam("feedId") UUID feedId, @QueryParam("after") @Nullable String after) {
        var query = new Query();
        var seen = query.value("after", after == null ? After.BEGINNING : after, After::read, After.FORM);
        query.refuseIfWrong();
        return show.wrong(feedId, seen.get()).map(CoverageResource::answer);
    }

    private static Response answer(Optional<?> found) {
        return found.map(view -> Response.ok(view).build())
                .orElseGet(() -> Problem.notFound().toResponse());
    }
}
