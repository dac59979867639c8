package org.lingbao.local.faults.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is in all tables, so short that two moments can be compared; the order of rows does not matter. */
record Digest(Map<String, Sum> tables) {
    /**
     * Of one table.
     *
     * @param content the sum of all rows' hashes
     */
    record Sum(long rows, String content) {}

    private static final Sum NO_TABLE = new Sum(0, "0");

    Digest {
        tables = Map.copyOf(tables);
    }

    long rows() {
        return tables.values().stream().mapToLong(Sum::rows).sum();
    }

    /** The tables that are not the same, each with how many rows it had and has. */
    List<String> changesTo(Digest later) {
        var names = new TreeSet<>(tables.keySet());
        names.addAll(later.tables.keySet());
        var changes = new TreeMap<String, String>();
        for (var name : names) {
            var was = tables.getOrDefault(name, NO_TABLE);
            var is = later.tables.getOrDefault(name, NO_TABLE);
            if (!was.equals(is)) {
                changes.put(name, "%s: %d rows, then %d".formatted(name, was.rows(), is.rows()));
            }
        }
        return List.copyOf(changes.values());
    }
}
