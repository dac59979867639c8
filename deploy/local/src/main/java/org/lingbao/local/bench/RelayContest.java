package org.lingbao.local.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;

/**
 * The service's own relay publishes a backlog: reads it in order, sends it, waits until the broker has acknowledged it, and
 * deletes it; against the very same reading and deleting, in the same batches, of the same rows, with nobody told.
 */
final class RelayContest implements Contest {
    private static final double GOAL = 0.40;
    private static final int EVENTS_OF_A_KEY = 12;
    private static final long LIMIT_NANOS = 900_000_000_000L;

    /** A payload as long as that of a paid month. */
    private static final String BACKLOG = """
            insert into %1$s (id, aggregatetype, aggregateid, type, payload)
            select uuidv7(), '%2$s', cast(md5('key ' || nth %% %4$d) as uuid), 'contribution.month-paid.v1',
                   '{"number" : ' || nth || ', "filling" : "' || repeat('x', 300) || '"}'
            from generate_series(1, %3$d) nth""";

    /** As the relay does both: see {@code OutboxRows} of the platform. */
    private static final String WAITING = """
            select position, id, aggregatetype, aggregateid, type, payload, traceparent,
                   to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at
            from raw_outbox order by position limit 500""";

    private static final String DELETE = "delete from raw_outbox where position = any(?)";

    private final Ground ground;
    private final Sql sql;
    private final Published published;
    private final Processor all;
    private final Processor database;
    private final int events;

    RelayContest(Ground ground, int events) {
        this.ground = ground;
        this.events = events;
        this.sql = new Sql(ground);
        this.published = new Published(ground);
        this.all = new Processor(ground, Ground.DATABASE_PART, ground.servicePart(), Ground.BROKER_PART);
        this.database = new Processor(ground, Ground.DATABASE_PART);
        sql.execute("create table raw_outbox (like outbox including all)");
    }

    @Override
    public String unit() {
        return "events";
    }

    @Override
    public double goal() {
        return GOAL;
    }

    /** The backlog appears at once, when its transaction commits; from then on it counts. */
    @Override
    public Run ours() {
        sql.execute("vacuum analyze outbox", "checkpoint");
        published.begin();
        write("outbox");
        var used = Used.now(all);
        var begun = System.nanoTime();
        var last = sql.rows("select max(position) from outbox", row -> row.getLong(1))
                .getFirst();
        while (last != 0 && sql.number("select count(*) from outbox where position = ?", last) > 0) {
            if (System.nanoTime() - begun > LIMIT_NANOS) {
                throw new PartFailed(
                        "The backlog is not published after a quarter of an hour; the service's log tells why.");
            }
            Pause.millis(5);
        }
        return told("relay", used.since(events, Duration.ofNanos(System.nanoTime() - begun), ""));
    }

    private void write(String table) {
        sql.execute(BACKLOG.formatted(table, Published.TOPIC, events, events / EVENTS_OF_A_KEY + 1));
    }

    private Run told(String how, Run run) {
        ground.say("%s: %,.0f a second", how, run.perSecond());
        return run;
    }

    @Override
    public void gate() {
        published.prove(events);
    }

    @Override
    public Run raw() {
        sql.execute("truncate raw_outbox");
        write("raw_outbox");
        sql.execute("vacuum analyze raw_outbox", "checkpoint");
        try (var connection = sql.connect()) {
            var used = Used.now(database);
            var begun = System.nanoTime();
            var claimed = drain(connection);
            var run = used.since(claimed, Duration.ofNanos(System.nanoTime() - begun), "");
            if (claimed != events) {
                throw new PartFailed("%,d of %,d rows were claimed".formatted(claimed, events));
            }
            return told("raw claim", run);
        } catch (SQLException e) {
            throw new PartFailed("The raw outbox cannot be claimed: " + e.getMessage(), e);
        }
    }

    private static int drain(Connection connection) throws SQLException {
        var claimed = 0;
        try (var waiting = connection.prepareStatement(WAITING);
                var delete = connection.prepareStatement(DELETE)) {
            while (true) {
                var batch = new ArrayList<Event>();
                try (var rows = waiting.executeQuery()) {
                    while (rows.next()) {
                        batch.add(Event.read(rows));
                    }
                }
                if (batch.isEmpty()) {
                    return claimed;
                }
                delete.setArray(1, connection.createArrayOf("bigint", positions(batch)));
                claimed += delete.executeUpdate();
            }
        }
    }

    private static Object[] positions(List<Event> batch) {
        return batch.stream().map(Event::position).toArray();
    }

    /** A row as the relay has it in hand. */
    private record Event(
            long position, UUID id, String topic, UUID key, String type, String payload, String createdAt) {
        static Event read(ResultSet row) throws SQLException {
            return new Event(
                    row.getLong(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getObject(4, UUID.class),
                    row.getString(5),
                    row.getString(6),
                    row.getString(8));
        }
    }
}
