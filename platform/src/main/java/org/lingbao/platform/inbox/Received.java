package org.lingbao.platform.inbox;

import java.util.UUID;

/**
 * An event as it came from the broker, its headers checked, its body not yet read.
 *
 * @param messageId the CloudEvents id, which is the id of the producer's outbox row
 * @param type the CloudEvents type, such as {@code enrollment.relation-opened.v1}
 * @param key the aggregate that it tells of
 * @param body the payload, bound to the consumer's own small record
 */
public record Received(UUID messageId, String type, UUID key, Body body) {

    /** A payload that a consumer binds to a record of the fields it uses (tolerant reader). */
    @FunctionalInterface
    public interface Body {
        /** @throws UnreadableEvent when the payload does not bind */
        <T> T as(Class<T> view);
    }

    /** Binds the payload to the consumer's own record. */
    public <T> T as(Class<T> view) {
        return body.as(view);
    }
}
