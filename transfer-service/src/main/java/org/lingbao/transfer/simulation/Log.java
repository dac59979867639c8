package org.lingbao.transfer.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * An outbox with its relay, topic and consumer in one: what is written is read at least once and in order, and after a
 * crash again from an earlier place.
 *
 * @param <T> what is in it
 */
final class Log<T> {
    private final List<T> records = new ArrayList<>();
    private final BitSet inbox = new BitSet();
    private int position;
    private int committed;

    void append(T item) {
        records.add(item);
    }

    boolean hasNext() {
        return position < records.size();
    }

    T next() {
        return records.get(position);
    }

    /** The number of the next record, which never changes. */
    int number() {
        return position;
    }

    /** What the consumer has worked on; it writes into it in its own transaction. */
    BitSet inbox() {
        return inbox;
    }

    /** @param tell whether the broker is told, too: if not, a crash brings the record again */
    void advance(boolean tell) {
        position++;
        if (tell) {
            committed = position;
        }
    }

    /** The consumer has lost its memory. */
    void forget() {
        position = committed;
    }
}
