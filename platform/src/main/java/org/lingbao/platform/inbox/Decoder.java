package org.lingbao.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a record. The body is bound later, by the handler, to the fields that it uses. */
@ApplicationScoped
class Decoder {
    private final ObjectMapper tolerant;

    Decoder(ObjectMapper mapper) {
        this.tolerant = mapper.copy()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, false);
    }

    Delivery decode(ConsumerRecord<String, byte[]> record) {
        var id = header(record, "ce_id");
        var type = header(record, "ce_type");
        if (id == null || type == null || record.key() == null || record.value() == null || type.contains("\0")) {
            return new Delivery.Unreadable(record, "an event needs ce_id, ce_type, a key and a body");
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
