package org.lingbao.contribution.sweep;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Callers;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Takes orders of sweeps and tells how far they are. One of a kind and its months that goes on is the answer to all who order it. */
@ApplicationScoped
public class Sweeps {
    private static final int ACCEPTED = 202;
    private static final String PURPOSE = "contribution";
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** Whoever looks longer asks again. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);

    private static final String BEGIN = """
            with begun as (
                insert into sweep (sweep_id, kind, from_month, to_month, dry, asked_on, terms)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (kind, from_month, to_month, dry) where finished_at is null do nothing returning sweep_id
            )
            select sweep_id from begun
            union all
            select sweep_id from sweep
            where kind = $2 and from_month = $3 and to_month = $4 and dry = $5 and finished_at is null limit 1""";

    private static final String FIND = """
            select s.*, b.buckets, b.done,
                   coalesce((select jsonb_object_agg(key, value) from (
                       select key, sum(value::bigint) as value
                       from sweep_bucket, jsonb_each_text(figures) where sweep_id = $1 group by key) summed), '{}') as figures,
                   case when s.finished_at is null and b.done > 0 then
                       b.last_done + (b.last_done - s.prepared_at) / b.done * (b.buckets - b.done) end as expected_end
            from sweep s cross join lateral (
                select count(*) as buckets, count(done_at) as done, max(done_at) as last_done
                from sweep_bucket where sweep_id = s.sweep_id) b
            where sweep_id = $1 and kind = $2""";

    private final Pool pool;
    private final Idempotency idempotency;
    private final SweepWorker worker;
    private final Audit audit;
    private final Callers callers;
    private final IdempotencyHeader header;

    Sweeps(
            Pool pool,
            Idempotency idempotency,
            SweepWorker worker,
            Audit audit,
            Callers callers,
            IdempotencyHeader header) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.worker = worker;
        this.audit = audit;
        this.callers = callers;
        this.header = header;
    }

    /** Takes an order, unless there is something against it. @param request as it came, so that the same again gets the same answer */
    public Uni<Response> order(
            @Nullable String idempotencyKey,
            Object request,
            Sweep sweep,
            Function<SqlConnection, Uni<Optional<Answer>>> against,
            Function<Seen, ?> view) {
        var caller = callers.current();
        var key = header.key(caller, "run-" + sweep.kind().word(), idempotencyKey, request);
        return pool.withTransaction(transaction -> idempotency.once(
                        transaction,
                        key,
                        () -> against.apply(transaction)
                                .chain(refused -> refused.isPresent()
                                        ? Uni.createFrom().item(refused.get())
                                        : accept(transaction, caller, sweep, view))))
                .invoke(this::wake)
                .map(Answer::toResponse);
    }

    /** Takes an order against which there can be nothing. */
    public Uni<Response> order(@Nullable String idempotencyKey, Object request, Sweep sweep, Function<Seen, ?> view) {
        return order(
                idempotencyKey, request, sweep, transaction -> Uni.createFrom().item(Optional.empty()), view);
    }

    private Uni<Answer> accept(SqlConnection transaction, Caller caller, Sweep sweep, Function<Seen, ?> view) {
        var word = sweep.kind().word();
        return begin(transaction, sweep)
                .call(() -> audit.record(transaction, Audit.Entry.ofNobody(caller, word + ".run", PURPOSE)))
                .chain(id -> find(transaction, sweep.kind(), id))
                .map(Optional::orElseThrow)
                .map(seen -> new Answer(
                        ACCEPTED, "/" + word + "-runs/" + seen.sweep().id(), view.apply(seen), false));
    }

    /** In the caller's transaction. Should another have begun it at this very moment, this one begins again and finds it. */
    public Uni<UUID> begin(SqlConnection transaction, Sweep sweep) {
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.of(
                                sweep.id(),
                                sweep.kind().name(),
                                sweep.from().atDay(1),
                                sweep.to().atDay(1),
                                sweep.dry(),
                                sweep.askedOn())
                        .addJsonObject(sweep.terms()))
                .chain(rows -> rows.size() == 0
                        ? begin(transaction, sweep)
                        : Uni.createFrom().item(rows.iterator().next().getUUID("sweep_id")));
    }

    /** After the transaction that began one. */
    public void wake() {
        worker.wake();
    }

    /** Fails with 404 where there is no such one of the kind. */
    public Uni<Seen> get(Sweep.Kind kind, @Nullable String sweep) {
        return find(pool, kind, UUID.fromString(requireNonNull(sweep)))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    /**
     * How far it is, each second until it is done, or for ten minutes. Blocks until it is found: once a stream has begun, it is
     * too late to answer that there is no such one.
     */
    public Multi<Seen> follow(Sweep.Kind kind, @Nullable String sweep) {
        var found = get(kind, sweep).await().atMost(ANSWER_LIMIT).sweep().id();
        return Multi.createBy()
                .repeating()
                .uni(() -> find(pool, kind, found).map(Optional::orElseThrow))
                .withDelay(INTERVAL)
                .whilst(seen -> seen.status() != Seen.Status.DONE)
                .select()
                .first(LONGEST_LOOK.dividedBy(INTERVAL));
    }

    /** As it is seen by the client's transaction. */
    static Uni<Optional<Seen>> find(SqlClient client, Sweep.Kind kind, UUID sweep) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(sweep, kind.name()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(Seen.of(rows.iterator().next())));
    }
}
