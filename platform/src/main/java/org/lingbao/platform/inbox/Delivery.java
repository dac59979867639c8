package org.lingbao.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.inbox.EventConsumer.Handler;
import org.lingbao.platform.trace.Traces;

/** One record of a batch: an event that can be handed to a consumer, or one that cannot even be read. */
sealed interface Delivery {

    ConsumerRecord<String, byte[]> record();

    /** An event with all its headers. */
    record Readable(ConsumerRecord<String, byte[]> record, Received event) implements Delivery {
        Handler handlerOf(EventConsumer consumer) {
            var handler = consumer.handlers().get(event.type());
            if (handler == null) {
                throw new UnreadableEvent(consumer.name() + " has no handler for " + event.type());
            }
            return handler;
        }
    }

    /** A record without the headers that every event has. */
    record Unreadable(ConsumerRecord<String, byte[]> record, String reason) implements Delivery {}

    /** PostgreSQL takes no longer ones into an index; a key of an event is a UUID. */
    int LONGEST_KEY = 200;

    /**
     * A record that cannot be read concerns everybody: nobody can say that it is not for him. Nor can he of another version
     * of an event that he acts on.
     */
    default boolean concerns(EventConsumer consumer) {
        return switch (this) {
            case Readable(var record, var event) ->
                consumer.handlers().keySet().stream()
                        .map(Delivery::withoutVersion)
                        .anyMatch(withoutVersion(event.type())::equals);
            case Unreadable unreadable -> true;
        };
    }

    private static String withoutVersion(String type) {
        return type.substring(0, type.lastIndexOf('.') + 1);
    }

    default Readable orThrow() {
        return switch (this) {
            case Readable readable -> readable;
            case Unreadable(var record, var reason) -> throw new UnreadableEvent(reason);
        };
    }

    /** The key whose order must hold. A record without a possible one has its own place for a key, so that it blocks nobody. */
    default String key() {
        var key = record().key();
        return key == null || key.length() > LONGEST_KEY
                ? where()
                : key.replace("\0", "\ufffd"); // PostgreSQL's text has no NUL
    }

    default @Nullable UUID messageId() {
        return this instanceof Readable(var record, var event) ? event.messageId() : null;
    }

    default @Nullable String type() {
        return this instanceof Readable(var record, var event) ? event.type() : null;
    }

    /** The trace in which the event was written; null: nobody traces. */
    default @Nullable String trace() {
        var header = record().headers().lastHeader(Traces.HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    default String where() {
        return "%s/%d@%d".formatted(record().topic(), record().partition(), record().offset());
    }
}
