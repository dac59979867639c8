package org.lingbao.rules.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value as it is written in a rule file: one text, or a table of texts by key. Its readers throw {@link IllegalArgumentException}. */
public record RuleValue(@Nullable String single, Map<String, String> table) {
    public RuleValue {
        table = Map.copyOf(table);
        if ((single == null) == table.isEmpty()) {
            throw new IllegalArgumentException("either one value or a table");
        }
    }

    public String text() {
        if (single == null) {
            throw new IllegalArgumentException("one value expected, not a table");
        }
        return single;
    }

    public int number() {
        return Integer.parseInt(text());
    }

    /** The words of a list, in the order written. */
    public List<String> words() {
        return List.of(text().split(" ", -1));
    }

    public List<String> words(String key) {
        return List.of(entry(key).split(" ", -1));
    }

    /** This table, once it is sure to have exactly these keys. */
    public RuleValue keys(String... keys) {
        if (!table.keySet().equals(Set.of(keys))) {
            throw new IllegalArgumentException("keys " + Set.of(keys) + " expected, not " + table.keySet());
        }
        return this;
    }

    public String entry(String key) {
        var text = table.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no key " + key);
        }
        return text;
    }

    /** The value as a reader of the file sees it; a table's keys in order, those that are numbers by size. */
    String written() {
        if (single != null) {
            return single;
        }
        var sorted = new TreeMap<String, String>(
                Comparator.<String>comparingInt(RuleValue::digits).thenComparing(Comparator.naturalOrder()));
        sorted.putAll(table);
        return sorted.toString();
    }

    private static int digits(String key) {
        return Character.isDigit(key.charAt(0)) ? key.length() : 0;
    }
}
