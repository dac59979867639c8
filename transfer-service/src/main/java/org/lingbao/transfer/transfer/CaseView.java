package org.lingbao.transfer.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.deadline.DueDay;
import org.lingbao.rules.trace.Trace;
import org.lingbao.transfer.transfer.domain.Clock;
import org.lingbao.transfer.transfer.domain.Effect;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.Status;

/**
 * A transfer as this cell sees it.
 *
 * @param side {@code IN}: this is the new place; {@code OUT}: the old one
 * @param reasons what does not agree, or why it was refused: codes of the catalogue
 * @param form what the person has in the old place, once it is known here
 * @param reference under which the money travels, at the old place
 * @param deadline the one that runs
 * @param messages what the two cells wrote to each other
 * @param tasks what clerks have to look at; only clerks and those who check see them
 * @param explanation how the law decided the application; at the new place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        UUID transferId,
        UUID personId,
        String side,
        Status status,
        boolean open,
        PlaceView oldPlace,
        PlaceView newPlace,
        LocalDate openedOn,
        List<String> reasons,
        @Nullable FormPart form,
        @Nullable String reference,
        @Nullable DeadlineView deadline,
        List<Message> messages,
        @Nullable List<Task> tasks,
        List<News> news,
        @Schema(implementation = Trace.class) @Nullable JsonNode explanation) {

    /** A place by code and name. */
    record PlaceView(String code, String name) {
        static PlaceView of(org.lingbao.rules.value.Place place) {
            return new PlaceView(place.code(), place.name().orElse(place.code()));
        }
    }

    /**
     * A deadline of the law, in working days.
     *
     * @param due the last day; missing where the days off are not announced yet, or while it stands still
     * @param missed whether the clerks were told that it was missed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadlineView(
            Deadline deadline,
            LocalDate received,
            @Nullable LocalDate due,
            boolean standsStill,
            boolean missed,
            List<Stop> stops) {
        static DeadlineView of(Clock clock, Moment moment) {
            var due = clock.due(moment.law().deadline()) instanceof DueDay.Due(var day) ? day : null;
            return new DeadlineView(
                    clock.deadline(),
                    clock.received(),
                    clock.isStopped() ? null : due,
                    clock.isStopped(),
                    clock.reported(),
                    clock.stops().stream()
                            .map(stop -> new Stop(stop.from(), stop.to()))
                            .toList());
        }
    }

    /** A time that does not count. @param to missing while it lasts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stop(LocalDate from, @Nullable LocalDate to) {}

    /**
     * One message and its receipt.
     *
     * @param direction {@code SENT} or {@code RECEIVED}
     * @param verdict {@code ACCEPTED} or {@code REJECTED}; missing while a message of this side waits for its receipt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            String direction,
            int sequence,
            String document,
            LocalDate dated,
            @Nullable String verdict,
            List<String> reasons,
            @Nullable LocalDate answeredOn) {}

    /** Something for clerks. @param doneOn missing while it is to do */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(
            UUID taskId,
            Effect.Task task,
            List<String> reasons,
            LocalDate since,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    /** Something that the person is told. */
    record News(Effect.News news, LocalDate toldOn) {}

    /** A transfer in a list. */
    record Summary(
            UUID transferId,
            UUID personId,
            String side,
            Status status,
            boolean open,
            PlaceView oldPlace,
            PlaceView newPlace,
            LocalDate openedOn) {}

    /** All of a person's transfers in this cell, the latest first. */
    record Summaries(List<Summary> transfers) {}
}
