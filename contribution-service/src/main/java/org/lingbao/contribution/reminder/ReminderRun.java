package org.lingbao.contribution.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.sweep.Seen;

/**
 * A run of reminders (催缴提醒批次), and how far it is.
 *
 * @param dryRun it reminds nobody: the figures are of who would be
 * @param day of which it is
 * @param reminders of one window of one person each
 * @param months that would be missed
 * @param expectedEnd when it will be done if it goes on like this; absent before the first bucket and after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReminderRun(
        UUID runId,
        boolean dryRun,
        LocalDate day,
        Seen.Status status,
        long buckets,
        long bucketsDone,
        long reminders,
        long persons,
        long months,
        long notBilled,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime expectedEnd,
        @Nullable OffsetDateTime finishedAt) {

    static ReminderRun of(Seen seen) {
        return new ReminderRun(
                seen.sweep().id(),
                seen.sweep().dry(),
                seen.sweep().askedOn(),
                seen.status(),
                seen.buckets(),
                seen.bucketsDone(),
                seen.figure("reminders"),
                seen.figure("persons"),
                seen.figure("months"),
                seen.figure("notBilled"),
                seen.startedAt(),
                seen.expectedEnd(),
                seen.finishedAt());
    }
}
