package org.lingbao.rules.data;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.trace.Text;

/** A rule file as it is written. */
record RuleFile(Name name, String description, String unit, String status, List<Dated> values) {

    /** @param status of this value where it is not the whole file's */
    record Dated(
            String effective,
            RuleValue content,
            String published,
            @Nullable String status,
            Source source) {
        Citation citation() {
            return new Citation(source.title, source.number, source.href, LocalDate.parse(published));
        }
    }

    /** What the value is, in a few words. */
    record Name(String zh, String en) {
        Text text() {
            return new Text(zh, en);
        }
    }

    record Source(String title, String number, String href) {}
}
