package org.lingbao.rules.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.trace.Text;

/** A rule file as Jackson binds it: nothing may be missing, nothing may be unknown, every value is a string. */
record RuleFile(Name name, String description, String unit, String status, List<Dated> values) {
    RuleFile {
        if (name == null) {
            throw new IllegalArgumentException("name is missing");
        }
        required("description", description);
        required("unit", unit);
        required("status", status);
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException("values are missing");
        }
    }

    /** @param status of this value where it is not the whole file's */
    record Dated(
            String effective,
            @Nullable String value,
            @Nullable Map<String, String> table,
            String published,
            @Nullable String status,
            Source source) {
        Dated {
            required("effective", effective);
            required("published", published);
            if (source == null) {
                throw new IllegalArgumentException("source is missing");
            }
        }

        RuleValue content() {
            return new RuleValue(value, table == null ? Map.of() : table);
        }

        Citation citation() {
            return new Citation(source.title, source.number, source.href, LocalDate.parse(published));
        }
    }

    /** What the value is, in a few words. */
    record Name(String zh, String en) {
        Name {
            required("zh", zh);
            required("en", en);
        }

        Text text() {
            return new Text(zh, en);
        }
    }

    record Source(String title, String number, String href) {
        Source {
            required("title", title);
            required("number", number);
            required("href", href);
        }
    }

    private static void required(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }
}
