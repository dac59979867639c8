package org.lingbao.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers of a record. The body is bound later, by the handler, to the fields that it uses: all of them have to
 * be there, for a handler that finds nothing in one would do nothing, and nobody would hear of it.
 */
@ApplicationScoped
class Decoder {
    /** An event and its version, such as {@code enrollment.relation-opened.v1}. */
    private static final Pattern TYPE = Pattern.compile("[a-z-]{1,64}\\.[a-z-]{1,64}\\.v[1-9][0-9]{0,4}");

    private final ObjectMapper tolerant;

    Decoder(ObjectMapper mapper) {
        this.tolerant = mapper.copy()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, false)
                .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
    }

    Delivery decode(ConsumerRecord<String, byte[]> record) {
        var id = header(record, "ce_id");
        var type = header(record, "ce_type");
        if (id == null || type == null || record.key() == null || record.value() == null) {
            return new Delivery.Unreadable(record, "an event needs ce_id, ce_type, a key and a body");
        }
        if (!TYPE.matcher(type).matches()) {
            return new Delivery.Unreadable(record, "ce_type must name an event and its version");
        }
        try {
            return new Delivery.Readable(record, received(id, type, record.key(), record.value()));
        } catch (IllegalArgumentException e) {
            return new Delivery.Unreadable(record, "ce_id and key must be UUIDs");
        }
    }

    Received received(String id, String type, String key, byte[] body) {
        return new Received(UUID.fromString(id), type, UUID.fromString(key), new Received.Body() {
            @Override
            public <T> T as(Class<T> view) {
                return bind(body, view);
            }
        });
    }

    private <T> T bind(byte[] body, Class<T> view) {
        try {
            var bound = tolerant.readValue(body, view);
            if (bound == null) {
                throw new UnreadableEvent("the body is null");
            }
            var missing = Whole.missing(bound);
            if (!missing.isEmpty()) {
                throw new UnreadableEvent("the body is without " + String.join(", ", missing));
            }
            return bound;
        } catch (IOException e) {
            // the parser's own message quotes the content, which must not reach a log
            throw new UnreadableEvent("the body does not bind to " + view.getSimpleName());
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
