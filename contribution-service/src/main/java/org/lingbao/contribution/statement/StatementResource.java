package org.lingbao.contribution.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Year;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.Month;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.rules.value.Scheme;

/** Shows statements: to the person, to clerks of the area, and at a terminal with the person's consent. */
@Path("/persons/{personId}/statement")
@Cancellable(false)
class StatementResource {
    private static final String YEAR = "[1-9][0-9]{3}";

    private final Statements statements;
    private final Callers callers;

    StatementResource(Statements statements, Callers callers) {
        this.statements = statements;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK, Role.OPERATOR, Role.AUDITOR, Role.SERVICE})
    @Operation(
            operationId = "showStatement",
            summary = "Show the paid months and the account of a person (权益记录), whole or of a year")
    @APIResponse(
            responseCode = "200",
            description = "the statement; with year, that of the year (年度权益记录)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(oneOf = {StatementView.class, StatementYearView.class})))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    public Uni<Response> show(
            @PathParam("personId") @Id String personId,
            @QueryParam("scheme") @NotNull @OneOf(Scheme.class) @Nullable String scheme,
            @QueryParam("year")
                    @Pattern(regexp = YEAR)
                    @Parameter(description = "only of this year, such as 2026")
                    @Nullable
                    String year,
            @Context Request request) {
        var person = UUID.fromString(personId);
        var of = Scheme.valueOf(requireNonNull(scheme));
        return year == null
                ? statements.of(callers.current(), person, of).map(found -> answer(found, request))
                : statements.of(callers.current(), person, of, Year.parse(year)).map(found -> answer(found, request));
    }

    @GET
    @Path("/months")
    @RolesAllowed({Role.CITIZEN, Role.CLERK, Role.BANK, Role.OPERATOR, Role.AUDITOR, Role.SERVICE})
    @Operation(operationId = "listStatementMonths", summary = "List the paid months of a person, page by page (缴费明细)")
    @APIResponse(
            responseCode = "200",
            description = "a page of months",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementMonthsView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    public Uni<Response> months(
            @PathParam("personId") @Id String personId,
            @QueryParam("scheme") @NotNull @OneOf(Scheme.class) @Nullable String scheme,
            @QueryParam("after") @Month @Parameter(description = "next of the page before") @Nullable String after,
            @QueryParam("limit")
                    @DefaultValue("" + StatementMonthsView.LARGEST)
                    @Min(StatementMonthsView.SMALLEST)
                    @Max(StatementMonthsView.LARGEST)
                    int limit,
            @Context Request request) {
        return statements
                .months(
                        callers.current(),
                        UUID.fromString(personId),
                        Scheme.valueOf(requireNonNull(scheme)),
                        after == null ? null : YearMonth.parse(after),
                        limit)
                .map(found -> answer(found, request));
    }

    private static Response answer(Optional<? extends Record> found, Request request) {
        return found.map(shown -> {
                    var tag = tagOf(shown);
                    var unchanged = request.evaluatePreconditions(tag);
                    return (unchanged == null ? Response.ok(shown) : unchanged)
                            .tag(tag)
                            .build();
                })
                .orElseGet(() -> Problem.notFound().toResponse());
    }

    /** Follows from what is shown, so that it changes exactly when that does. */
    private static EntityTag tagOf(Record statement) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(statement.toString().getBytes(UTF_8));
            return new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
