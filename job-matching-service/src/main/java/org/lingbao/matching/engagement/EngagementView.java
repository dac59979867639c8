package org.lingbao.matching.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.gig.GigView;
import org.lingbao.matching.wire.Position;
import org.lingbao.rules.value.Money;

/**
 * An engagement, as both sides see it: the employer sees no person, the worker exactly where to come.
 *
 * @param workerId the worker as employers see them
 * @param position where the work is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EngagementView(
        UUID engagementId,
        GigView gig,
        Position position,
        UUID workerId,
        Status state,
        LocalDate acceptedOn,
        @Nullable LocalDate checkedInOn,
        @Nullable LocalDate checkedOutOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate endedOn,
        @Nullable Payment payment,
        @Nullable Hire hire) {

    /** The pay as the employer noted it. @param amount in yuan; @param proof what the payment's own papers call it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payment(
            LocalDate paidOn,
            String amount,
            String how,
            @Nullable String proof) {}

    /** To what it led. */
    record Hire(UUID hireId, LocalDate startsOn, LocalDate decidedOn) {}

    /** A page of them, the latest first. @param next for the page after it; left out at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<EngagementView> engagements, @Nullable String next) {}

    static EngagementView of(Row row, LocalDate today) {
        return new EngagementView(
                row.getUUID("engagement_id"),
                GigView.of(row, today, null),
                Position.ofMicro(row.getInteger("exact_lat_micro"), row.getInteger("exact_lon_micro")),
                row.getUUID("worker_id"),
                Status.valueOf(row.getString("state")),
                row.getLocalDate("accepted_on"),
                row.getLocalDate("in_on"),
                row.getLocalDate("out_on"),
                row.getLocalDate("completed_on"),
                row.getLocalDate("ended_on"),
                payment(row),
                hire(row));
    }

    private static @Nullable Payment payment(Row row) {
        return row.getLocalDate("paid_on") == null
                ? null
                : new Payment(
                        row.getLocalDate("paid_on"),
                        new Money(row.getLong("paid_fen")).toYuan(),
                        row.getString("paid_how"),
                        row.getString("paid_proof"));
    }

    private static @Nullable Hire hire(Row row) {
        return row.getUUID("hire_id") == null
                ? null
                : new Hire(row.getUUID("hire_id"), row.getLocalDate("hired_from"), row.getLocalDate("hired_on"));
    }
}
