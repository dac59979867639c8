package org.lingbao.contribution.sweep;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * How far a sweep is.
 *
 * @param buckets into how many parts the persons are divided; 0 while it is prepared
 * @param bucketsDone how many of them are done, for good
 * @param figures what was counted up to now, by name
 * @param expectedEnd as if the buckets that are left took as long as those that are done; absent before the first and after the
 *     last
 */
public record Seen(
        Sweep sweep,
        Status status,
        long buckets,
        long bucketsDone,
        JsonObject figures,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime expectedEnd,
        @Nullable OffsetDateTime finishedAt) {

    /** What a sweep does now. */
    public enum Status {
        PREPARING,
        SWEEPING,
        DONE;

        /** In the words of a kind. */
        public <T> T in(T preparing, T sweeping, T done) {
            return switch (this) {
                case PREPARING -> preparing;
                case SWEEPING -> sweeping;
                case DONE -> done;
            };
        }
    }

    static Seen of(Row row) {
        return new Seen(
                SweepSteps.read(row),
                status(row),
                row.getLong("buckets"),
                row.getLong("done"),
                row.get(JsonObject.class, "figures"),
                row.getOffsetDateTime("started_at"),
                row.getOffsetDateTime("expected_end"),
                row.getOffsetDateTime("finished_at"));
    }

    private static Status status(Row row) {
        if (row.getOffsetDateTime("finished_at") != null) {
            return Status.DONE;
        }
        return row.getOffsetDateTime("prepared_at") == null ? Status.PREPARING : Status.SWEEPING;
    }

    /** A figure; 0 where nothing was counted. */
    public long figure(String name) {
        return figures.getLong(name, 0L);
    }

    /** A figure that is fen, in yuan. */
    public String yuan(String name) {
        return new Money(figure(name)).toYuan();
    }

    /** Figures whose names begin and end like this, in the order of what stands between, which is told with them. */
    public <T> List<T> figures(String begin, String end, BiFunction<String, Long, T> each) {
        return figures.fieldNames().stream()
                .filter(name -> name.startsWith(begin) && name.endsWith(end))
                .sorted()
                .map(name -> each.apply(name.substring(begin.length(), name.length() - end.length()), figure(name)))
                .toList();
    }
}
