package org.lingbao.platform.outbox;

/**
 * The type of an event: who publishes it, on which aggregate's topic, what happened, and the version of its schema.
 *
 * @param service the publishing service, such as {@code enrollment}
 * @param aggregate the aggregate whose topic carries it, such as {@code person}: order holds per key of one topic
 * @param name what happened, in the past tense, such as {@code relation-opened}
 * @param version of the schema, from 1
 */
public record EventType(String service, String aggregate, String name, int version) {

    /** The CloudEvents type, such as {@code enrollment.relation-opened.v1}. */
    public String ce() {
        return service + "." + name + ".v" + version;
    }

    /** The topic without the cell's prefix, such as {@code enrollment.person}. */
    public String topic() {
        return service + "." + aggregate;
    }
}
