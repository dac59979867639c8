package org.lingbao.contribution.reminder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Day;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Languages;
import org.lingbao.platform.problem.Problem;
import org.lingbao.rules.retirement.Category;

/** Shows a person what is about to be missed, and an operator how many are. */
@Path("/")
@Cancellable(false)
class ReminderResource {
    private final Reminders reminders;
    private final Sweeps sweeps;
    private final BusinessDay day;
    private final Callers callers;

    ReminderResource(Reminders reminders, Sweeps sweeps, BusinessDay day, Callers callers) {
        this.reminders = reminders;
        this.sweeps = sweeps;
        this.day = day;
        this.callers = callers;
    }

    /** @param dryRun whether only to count who would be reminded */
    record RunRequest(@Nullable Boolean dryRun) {
        Sweep toSweep(LocalDate today) {
            var month = YearMonth.from(today);
            return Sweep.of(Sweep.Kind.REMINDER, month, month, Boolean.TRUE.equals(dryRun), today);
        }
    }

    @GET
    @Path("persons/{personId}/reminders")
    @RolesAllowed({Role.CITIZEN, Role.CLERK})
    @Operation(
            operationId = "listReminders",
            summary = "Show which windows of a person close soon, and what missing them costs (缴费提醒)",
            description = "With birth date and category the estimated pension is told, too; neither is kept.")
    @APIResponse(
            responseCode = "200",
            description = "the reminders, those that close first first, and what could not be billed as it was chosen",
            content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "no relation of the person is known, or it is not the caller's")
    public Uni<Response> list(
            @PathParam("personId") @Id String personId,
            @QueryParam("birthDate") @Day @Nullable String birthDate,
            @QueryParam("category") @OneOf(Category.class) @Nullable String category,
            @Context HttpHeaders headers,
            @Context Request request) {
        var self = birthDate == null || category == null
                ? null
                : new Loss.Self(LocalDate.parse(birthDate), Category.valueOf(category));
        return reminders
                .of(callers.current(), UUID.fromString(personId), self, Languages.of(headers.getAcceptableLanguages()))
                .map(found -> found.map(view -> answer(view, request))
                        .orElseGet(() -> Problem.notFound().toResponse()));
    }

    @POST
    @Path("reminder-runs")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "runReminders",
            summary = "Remind all whose window closes soon, once each (批量催缴提醒)",
            description = "It is ordered by itself once a business day, too.")
    @APIResponse(
            responseCode = "202",
            description = "it goes on, and tells how far at its address",
            content = @Content(schema = @Schema(implementation = ReminderRun.class)))
    public Uni<Response> run(
            @HeaderParam(IdempotencyHeader.NAME) @Nullable String idempotencyKey, @Valid @NotNull RunRequest request) {
        return sweeps.order(idempotencyKey, request, request.toSweep(day.today()), ReminderRun::of);
    }

    @GET
    @Path("reminder-runs/{reminderRunId}")
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Operation(operationId = "getReminderRun", summary = "See how far a run of reminders is (催缴提醒批次进度)")
    @APIResponse(responseCode = "404", description = "there is no such run")
    public Uni<ReminderRun> get(@PathParam("reminderRunId") @NotNull @Id @Nullable String reminderRunId) {
        return sweeps.get(Sweep.Kind.REMINDER, reminderRunId).map(ReminderRun::of);
    }

    @GET
    @Path("reminder-runs/{reminderRunId}/progress")
    @Blocking
    @RolesAllowed({Role.OPERATOR, Role.AUDITOR})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followReminderRun",
            summary = "Follow a run of reminders each second until it is done, or for ten minutes (催缴提醒批次进度)")
    @APIResponse(responseCode = "404", description = "there is no such run")
    public Multi<ReminderRun> follow(@PathParam("reminderRunId") @NotNull @Id @Nullable String reminderRunId) {
        return sweeps.follow(Sweep.Kind.REMINDER, reminderRunId).map(ReminderRun::of);
    }

    /** The tag follows from what is shown, so that it changes exactly when that does. */
    private static Response answer(ReminderView view, Request request) {
        var tag = new EntityTag(
                UUID.nameUUIDFromBytes(view.toString().getBytes(UTF_8)).toString());
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view) : unchanged).tag(tag).build();
    }
}
