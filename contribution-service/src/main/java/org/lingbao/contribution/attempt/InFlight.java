package org.lingbao.contribution.attempt;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That a channel may be taking money for a bill (支付中): which kind of channel it is, and not which bank or whose app.
 *
 * @param until when it may take the money; then it has to say what became of it
 * @param unknown whether that time has passed and nobody has said it: money may have been taken, and the bill is held until it is known
 */
public record InFlight(AttemptChannel channel, OffsetDateTime until, boolean unknown) {

    /**
     * SQL: what holds open bills, at most one attempt each, beside them; by an index that has only such attempts.
     *
     * @param bills SQL name of the bills, with bill_id and status
     * @param now SQL expression
     */
    public static String beside(String bills, String now) {
        return """
                left join lateral (
                    select t.channel as held_channel, t.in_flight_until as held_until, t.in_flight_until <= %2$s as held_unknown
                    from attempt t
                    where t.bill_id = %1$s.bill_id and %1$s.status = 'OPEN' and t.released_at is null and not %3$s) held on true""".formatted(bills, now, AttemptSql.SETTLED);
    }

    /** SQL condition: a channel may be taking money for the bill, or may have. @param bill SQL expression of its id */
    public static String holds(String bill) {
        return "exists (select from attempt t where t.bill_id = %s and t.released_at is null and not %s)"
                .formatted(bill, AttemptSql.SETTLED);
    }

    /** From the columns of {@link #beside}; null: nothing holds the bill. */
    public static @Nullable InFlight read(Row row) {
        var channel = row.getString("held_channel");
        return channel == null
                ? null
                : new InFlight(
                        AttemptChannel.valueOf(channel),
                        AttemptView.here(row, "held_until"),
                        row.getBoolean("held_unknown"));
    }
}
