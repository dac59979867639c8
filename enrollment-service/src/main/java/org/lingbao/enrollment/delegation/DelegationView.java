package org.lingbao.enrollment.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.personal.PersonName;

/**
 * Who may act for whom; names write themselves masked.
 *
 * @param personId for whom the delegate may act
 * @param until the last day
 * @param endedOn when it ended before that; absent: it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DelegationView(
        UUID delegationId,
        UUID personId,
        @Schema(implementation = String.class) PersonName person,
        UUID delegateId,
        @Schema(implementation = String.class) PersonName delegate,
        List<Purpose> purposes,
        LocalDate from,
        LocalDate until,
        State state,
        LocalDate grantedOn,
        @Nullable LocalDate endedOn) {

    /** What it is worth today. */
    enum State {
        /** It begins later. */
        COMING,
        /** It holds. */
        LIVE,
        /** Its last day is over. */
        OVER,
        /** It was taken back. */
        REVOKED,
        /** The delegate would not act any more. */
        RENOUNCED,
        /** The person turned out to be another one, who is asked again. */
        MERGED,
        /** One of the two has died. */
        DECEASED
    }

    /**
     * Of one person, the ended ones, too.
     *
     * @param given by the person
     * @param held by which the person may act for others
     */
    record All(List<DelegationView> given, List<DelegationView> held) {}

    static DelegationView of(DelegationRow row, Map<UUID, PersonName> names, LocalDate today) {
        return new DelegationView(
                row.id,
                row.personId,
                name(names, row.personId),
                row.delegateId,
                name(names, row.delegateId),
                Arrays.stream(row.purposes).map(Purpose::valueOf).toList(),
                row.fromDay,
                row.untilDay,
                state(row, today),
                row.grantedOn,
                row.endedOn);
    }

    private static PersonName name(Map<UUID, PersonName> names, UUID person) {
        var name = names.get(person);
        if (name == null) {
            throw new IllegalStateException("a delegation of nobody");
        }
        return name;
    }

    private static State state(DelegationRow row, LocalDate today) {
        if (row.endedBecause != null) {
            return switch (row.endedBecause) {
                case REVOKED -> State.REVOKED;
                case RENOUNCED -> State.RENOUNCED;
                case MERGED -> State.MERGED;
            };
        }
        if (row.died) {
            return State.DECEASED;
        }
        if (today.isBefore(row.fromDay)) {
            return State.COMING;
        }
        return today.isAfter(row.untilDay) ? State.OVER : State.LIVE;
    }
}
