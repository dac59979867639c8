package org.lingbao.matching.gig;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Gigs: employers post them, everybody finds them. */
@Path("/gigs")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class GigResource {
    private final PostGig post;
    private final Gigs gigs;
    private final GigSearch search;
    private final Callers callers;
    private final IdempotencyHeader header;
    private final String cell;

    GigResource(
            PostGig post,
            Gigs gigs,
            GigSearch search,
            Callers callers,
            IdempotencyHeader header,
            @ConfigProperty(name = "lingbao.cell") String cell) {
        this.post = post;
        this.gigs = gigs;
        this.search = search;
        this.callers = callers;
        this.header = header;
        this.cell = cell;
    }

    @POST
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "postGig", summary = "Offer work, as the company of the token or as a household (发布零工)")
    @APIResponseSchema(value = GigView.class, responseCode = "201")
    @APIResponse(responseCode = "422", description = "not like this; every reason")
    public Uni<Response> post(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey, @Valid @NotNull GigRequest request) {
        var caller = callers.current();
        var key = header.key(caller, "post-gig", idempotencyKey, request);
        return post.handle(caller, key, request.toGig(cell)).map(Answer::toResponse);
    }

    @GET
    @PermitAll
    @Operation(operationId = "findGigs", summary = "Open gigs by text, place, position and day; the best first (找零工)")
    public Uni<GigView.Page> find(
            @BeanParam GigQuery asked,
            @QueryParam("limit") @DefaultValue("" + Gigs.PAGE) @Min(1) @Max(Gigs.PAGE) int limit) {
        return search.find(asked.read(search, limit))
                .chain(found -> gigs.of(found.hits()).map(views -> new GigView.Page(views, found.next())));
    }

    @GET
    @Path("/mine")
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "listOwnGigs", summary = "The gigs that the caller posted, the latest first")
    public Uni<GigView.Page> mine(
            @QueryParam("after") @Parameter(description = "next of the page before, unchanged") @Nullable String after,
            @QueryParam("limit") @DefaultValue("" + Gigs.PAGE) @Min(1) @Max(Gigs.PAGE) int limit) {
        var query = new Query();
        var from = query.valueIfAny("after", after, UUID::fromString, "next of the page before");
        query.refuseIfWrong();
        return gigs.own(callers.current(), from.get().orElse(null), limit);
    }

    @GET
    @Path("/{gigId}")
    @PermitAll
    @Operation(operationId = "showGig", summary = "One gig")
    public Uni<GigView> show(@PathParam("gigId") UUID gigId) {
        return gigs.one(gigId).map(GigResource::found);
    }

    @POST
    @Path("/{gigId}/closing")
    @RolesAllowed({Role.EMPLOYER, Role.CITIZEN})
    @Operation(operationId = "closeGig", summary = "Nobody is wanted any more; who accepted stays (关闭零工)")
    public Uni<GigView> close(@PathParam("gigId") UUID gigId) {
        return gigs.close(callers.current(), gigId).map(GigResource::found);
    }

    private static GigView found(Optional<GigView> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
