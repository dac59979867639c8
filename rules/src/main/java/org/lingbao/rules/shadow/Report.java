package org.lingbao.rules.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of a shadow run, by group. */
public final class Report {
    private static final int MOST_COMPLAINTS = 5;

    private final SortedMap<Group, Tally> groups = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();
    private long unreadable;

    void add(Person person, Outcome before, Outcome after) {
        groups.computeIfAbsent(Group.of(person), unused -> new Tally()).add(before, after);
    }

    /** A line that is no person: counted, and the first ones told. */
    void unreadable(long line, String why) {
        unreadable++;
        if (complaints.size() < MOST_COMPLAINTS) {
            complaints.add("line " + line + ": " + why);
        }
    }

    void add(Report other) {
        other.groups.forEach((group, tally) ->
                groups.computeIfAbsent(group, unused -> new Tally()).add(tally));
        unreadable += other.unreadable;
        other.complaints.stream()
                .limit(Math.max(0, MOST_COMPLAINTS - complaints.size()))
                .forEach(complaints::add);
    }

    public SortedMap<Group, Tally> groups() {
        return groups;
    }

    public Tally total() {
        var total = new Tally();
        groups.values().forEach(total::add);
        return total;
    }

    public long unreadable() {
        return unreadable;
    }

    /** The first few lines that were no people. */
    public List<String> complaints() {
        return complaints;
    }
}
