package org.lingbao.enrollment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** A migration closes a table that is in use for a moment only. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MigrationTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** The first whose authors knew; those before are landed and stay as they are. */
    private static final String FIRST = "V20261129_30";

    private static final Pattern CLOSES =
            Pattern.compile("alter table (person|relation|application|employment)\\b(?!\\s+validate)");

    /** What looks through a whole table that was there before, or writes a row for each of its rows. */
    private static final Pattern TAKES_LONG = Pattern.compile(
            "create (unique )?index \\w+ on (person|relation|application|employment)\\b|^insert into \\w+[^;]*\\bselect\\b",
            Pattern.MULTILINE);

    private static final Pattern CHECKS_ALL = Pattern.compile("add constraint \\w+ check (?!.*not valid)");

    @Test
    void what_was_added_unchecked_is_checked_in_the_end() {
        assertThat(TestDatabase.query("select conname from pg_constraint where not convalidated"))
                .isEmpty();
    }

    @Test
    void who_changes_a_table_that_is_in_use_does_nothing_in_the_same_transaction_that_takes_long() {
        assertThat(migrations().stream()
                        .filter(file -> CLOSES.matcher(text(file)).find())
                        .filter(file -> TAKES_LONG.matcher(text(file)).find()
                                || CHECKS_ALL.matcher(text(file)).find()))
                .isEmpty();
    }

    private static List<Path> migrations() {
        try (var files = Files.list(MIGRATIONS)) {
            return files.filter(file -> file.getFileName().toString().compareTo(FIRST) >= 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the functions' bodies, which write later, each statement on lines of its own, each constraint on one. */
    private static String text(Path file) {
        try {
            return Files.readString(file)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("(?s)\\$\\$.*?\\$\\$", "")
                    .replaceAll("(?m)^--.*$", "")
                    .replaceAll("\\s*\\n\\s+", " ")
                    .replaceAll("(?=add constraint)|(?=add column)", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
