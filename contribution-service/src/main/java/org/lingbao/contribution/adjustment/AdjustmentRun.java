package org.lingbao.contribution.adjustment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.sweep.Seen.Status;

/**
 * A run that settles months whose limits came late (补差批次), and how far it is.
 *
 * @param dryRun it bills nothing: {@code bills}, {@code months} and {@code total} are what would be billed
 * @param buckets into how many parts the persons are divided, each done at once; 0 while the rules are asked
 * @param bills of differences, issued by this run up to now; a second run issues none
 * @param months that they top up
 * @param total their sum in yuan
 * @param unpaid bills that are open on the old limits: who pays one is found by the next run
 * @param refused what is not billed, by place, with the reason
 * @param expectedEnd when it will be done if it goes on like this; absent before the first bucket and after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdjustmentRun(
        UUID runId,
        YearMonth from,
        YearMonth to,
        boolean dryRun,
        Status status,
        long buckets,
        long bucketsDone,
        long bills,
        long months,
        String total,
        long unpaid,
        List<LeftAlone> refused,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime expectedEnd,
        @Nullable OffsetDateTime finishedAt) {

    /**
     * Bills of a place that are outside their own limits and are left alone.
     *
     * @param difference between what was billed and what the limits ask for, in yuan
     */
    record LeftAlone(
            String place, String code, String detail, String howToFix, long bills, long months, String difference) {}
}
