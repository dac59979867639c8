package org.lingbao.contribution.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.sweep.Seen;
import org.lingbao.platform.outbox.EventType;

/** A billing run (核定批次), which bills a month for all who are due: what it tells and shows. */
final class BillingRun {
    /** Key: the run. One for each bucket. */
    static final EventType BILLS_ISSUED = new EventType("contribution", "billing-run", "bills-issued", 1);

    private BillingRun() {}

    /** contribution.bills-issued.v1 */
    record BillsIssuedV1(UUID runId, YearMonth month, int bucket, long bills, String total, LocalDate issuedOn) {}

    /** What it does now. */
    enum Status {
        /** It asks the rules what each distinct choice costs. */
        PRICING,
        BILLING,
        DONE
    }

    /**
     * How far it is.
     *
     * @param dryRun it bills nothing: {@code bills} and {@code total} are what would be billed
     * @param buckets into how many parts the persons are divided, each billed at once; 0 while it is pricing
     * @param bucketsDone how many of them are billed, for good
     * @param bills how many were issued by this run up to now; a second run of the month issues none
     * @param total their sum in yuan
     * @param refused the plans that the rules refuse for this month, by code: they need a new choice
     * @param expectedEnd when it will be done if it goes on like this; absent before the first bucket and after the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID runId,
            YearMonth month,
            boolean dryRun,
            Status status,
            long buckets,
            long bucketsDone,
            long bills,
            String total,
            List<Skipped> refused,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime expectedEnd,
            @Nullable OffsetDateTime finishedAt) {
        static View of(Seen seen) {
            return new View(
                    seen.sweep().id(),
                    seen.sweep().from(),
                    seen.sweep().dry(),
                    seen.status().in(Status.PRICING, Status.BILLING, Status.DONE),
                    seen.buckets(),
                    seen.bucketsDone(),
                    seen.figure("bills"),
                    seen.yuan("fen"),
                    seen.figures("refused/", "", Skipped::new),
                    seen.startedAt(),
                    seen.expectedEnd(),
                    seen.finishedAt());
        }
    }

    /** How many plans were left out for one reason; a plan may be left out for several. */
    record Skipped(String code, long plans) {}
}
