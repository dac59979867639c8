package org.lingbao.platform.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.lingbao.platform.inbox.Delivery.Readable;
import org.lingbao.platform.trace.Traces;
import org.lingbao.platform.web.Outage;

/**
 * Applies events once each (收件箱): the message's id and its effect are in one transaction.
 *
 * <p>A batch is one transaction. When it fails the records are tried one by one, and the one that cannot be applied is
 * parked together with the later ones of its key; the other keys go on. When the database is away nothing is parked: the
 * batch waits until it is back. The batch is acknowledged in every case, so nothing is skipped silently and nothing
 * stops the service.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Pool pool;
    private final InboxRows rows;
    private final Decoder decoder;
    private final Traces traces;
    private volatile boolean ending;

    Inbox(Pool pool, InboxRows rows, Decoder decoder, Traces traces) {
        this.pool = pool;
        this.rows = rows;
        this.decoder = decoder;
        this.traces = traces;
    }

    /** From now on a failure says nothing of a message: it is left with the broker, and comes again. */
    void end(@Observes ShutdownEvent event) {
        ending = true;
    }

    /**
     * A condition of a query: no event of a key waits to be applied. What a consumer has projected of a key that waits may
     * no longer be so; whoever must fail closed asks this too.
     *
     * @param consumer the consumer's name
     * @param key SQL expression of the key (text)
     */
    public static String nothingParked(String consumer, String key) {
        return """
                not exists (select from parked_message parked
                    where parked.consumer = '%s' and parked.key = %s and parked.released_at is null)""".formatted(consumer, key);
    }

    /** Takes a batch from the broker. The result ends when every record is applied, known already, or parked. */
    public Uni<Void> take(EventConsumer consumer, ConsumerRecords<String, byte[]> batch) {
        var deliveries = StreamSupport.stream(batch.spliterator(), false)
                .map(decoder::decode)
                .filter(delivery -> delivery.concerns(consumer))
                .toList();
        return deliveries.isEmpty() ? Uni.createFrom().voidItem() : apply(consumer, deliveries);
    }

    private Uni<Void> apply(EventConsumer consumer, List<Delivery> deliveries) {
        return throughOutages(() -> inOneTransaction(consumer, deliveries))
                .onFailure()
                .recoverWithUni(failure -> oneByOne(consumer, deliveries));
    }

    private Uni<Void> oneByOne(EventConsumer consumer, List<Delivery> deliveries) {
        return inSequence(
                deliveries,
                delivery -> throughOutages(() -> inOneTransaction(consumer, List.of(delivery)))
                        .onFailure()
                        .recoverWithUni(failure -> throughOutages(() -> park(consumer, delivery, failure))));
    }

    private Uni<Void> inOneTransaction(EventConsumer consumer, List<Delivery> deliveries) {
        return pool.withTransaction(transaction -> rows.waitingKeys(transaction, consumer, deliveries)
                .chain(waiting -> applyInOrder(transaction, consumer, deliveries, waiting)));
    }

    private Uni<Void> applyInOrder(
            SqlConnection transaction, EventConsumer consumer, List<Delivery> deliveries, Set<String> waiting) {
        var ready = deliveries.stream()
                .filter(delivery -> !waiting.contains(delivery.key()))
                .map(Delivery::orThrow)
                .toList();
        var behind = deliveries.stream()
                .filter(delivery -> waiting.contains(delivery.key()))
                .toList();
        return inSequence(behind, delivery -> rows.park(transaction, consumer, delivery, "waits behind its key"))
                .chain(() -> rows.remember(transaction, consumer, ready))
                .chain(fresh -> applyFresh(transaction, consumer, ready, fresh));
    }

    private Uni<Void> applyFresh(
            SqlConnection transaction, EventConsumer consumer, List<Readable> ready, Set<?> fresh) {
        var firstOfEach = new LinkedHashMap<Object, Readable>();
        ready.stream()
                .filter(delivery -> fresh.contains(delivery.event().messageId()))
                .forEach(delivery -> firstOfEach.putIfAbsent(delivery.event().messageId(), delivery));
        return inSequence(
                List.copyOf(firstOfEach.values()),
                delivery -> traces.within(
                        delivery.trace(),
                        consumer.name() + " " + delivery.event().type(),
                        () -> delivery.handlerOf(consumer).apply(transaction, delivery.event())));
    }

    /** Applies a parked message again; a second failure leaves it parked. */
    Uni<Void> applyParked(SqlConnection transaction, EventConsumer consumer, Delivery delivery) {
        var event = List.of(delivery.orThrow());
        return rows.remember(transaction, consumer, event)
                .chain(fresh -> applyFresh(transaction, consumer, event, fresh));
    }

    private Uni<Void> park(EventConsumer consumer, Delivery delivery, Throwable failure) {
        if (ending) {
            return Uni.createFrom().nothing();
        }
        var reason = failure instanceof UnreadableEvent
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        LOG.errorf(
                "%s: parked %s; its key waits until an operator releases it (%s)",
                consumer.name(), delivery.where(), reason);
        LOG.debugf(failure, "why %s was parked", delivery.where());
        return pool.withTransaction(transaction -> rows.park(transaction, consumer, delivery, reason));
    }

    private static Uni<Void> throughOutages(Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .<Void>deferred(work)
                .onFailure(Outage::isOne)
                .invoke(outage -> LOG.warnf("waits: %s", Outage.kind(outage)))
                .onFailure(Outage::isOne)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    static <T> Uni<Void> inSequence(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
