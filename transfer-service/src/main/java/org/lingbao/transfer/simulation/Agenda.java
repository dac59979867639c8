package org.lingbao.transfer.simulation;

import java.util.PriorityQueue;

/** Virtual time, in minutes: what is to happen when. What is due in the same minute happens in the order of its entry. */
final class Agenda {
    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private int now;
    private int entered;

    private record Entry(int at, int number, Runnable action) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at == other.at ? Integer.compare(number, other.number) : Integer.compare(at, other.at);
        }
    }

    int now() {
        return now;
    }

    int today() {
        return now / DAY;
    }

    void after(int minutes, Runnable action) {
        entries.add(new Entry(now + minutes, entered++, action));
    }

    /** @return whether there was anything to happen until then */
    boolean next(int until) {
        var entry = entries.peek();
        if (entry == null || entry.at > until) {
            return false;
        }
        entries.remove(entry);
        now = entry.at;
        entry.action.run();
        return true;
    }
}
