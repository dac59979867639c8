package org.lingbao.architecture;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A migration runs while the release before goes on working: it takes tables all or none, and large ones for a moment only. */
class MigrationsTest {
    /** The first whose authors knew; those before are landed and stay as they are. */
    private static final String FIRST = "V20261129_30";

    private static final Pattern MADE = Pattern.compile("create table (\\w+)");
    private static final Pattern REFERRED_TO = Pattern.compile("references (\\w+)");
    private static final Pattern CHANGED = Pattern.compile(
            "alter table (\\w+)\\b(?!\\s+validate)|drop table (\\w+)|(?:create|drop) trigger \\w+ [^;]*?\\bon (\\w+)");
    private static final Pattern TAKEN = Pattern.compile("^\\s*select take_tables\\(([^)]*)\\);");
    private static final Pattern NAME = Pattern.compile("\\w+");

    /** What closes one of the large tables. */
    private static final Pattern CLOSES =
            Pattern.compile("alter table (person|relation|application|employment|receipt)\\b(?!\\s+validate)");

    /** What looks through a whole table that was there before, or writes a row for each of its rows. */
    private static final Pattern TAKES_LONG = Pattern.compile(
            "create (unique )?index \\w+ on (person|relation|application|employment|receipt)\\b|^insert into \\w+[^;]*\\bselect\\b",
            Pattern.MULTILINE);

    private static final Pattern CHECKS_ALL = Pattern.compile("add constraint \\w+ check (?!.*not valid)");

    @Test
    void a_migration_that_needs_several_tables_that_are_in_use_takes_them_together_first() {
        assertThat(migrations().map(file -> file.getFileName() + complaint(text(file))))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(".sql"));
    }

    @Test
    void one_that_does_not_is_found() {
        assertThat(complaint("alter table a add column x int; alter table b add column y int;"))
                .contains("[a, b]");
        assertThat(complaint("select take_tables('a'); create table c (a uuid references a, b uuid references b);"))
                .contains("[a, b]");
        assertThat(complaint("create table c (a uuid references a); alter table a add column x int;"))
                .as("a lock that has to become a stronger one")
                .contains("[a]");
        assertThat(complaint("create table c (a uuid references a); create trigger t after insert on b execute f();"))
                .contains("[a, b]");
    }

    @Test
    void one_that_does_and_one_that_need_not_are_let_through() {
        assertThat(complaint("\nselect take_tables('b', 'a');\nalter table a add column b uuid references b;"))
                .isEmpty();
        assertThat(
                        complaint(
                                "alter table a add column x int; create table c (x int); create table d (c uuid references c);"))
                .isEmpty();
        assertThat(complaint("alter table a validate constraint x; alter table b validate constraint y;"))
                .isEmpty();
    }

    @Test
    void who_changes_a_large_table_does_nothing_in_the_same_transaction_that_takes_long() {
        assertThat(migrations().filter(file -> takesLong(text(file)))).isEmpty();
    }

    @Test
    void one_that_keeps_a_large_table_closed_for_long_is_found() {
        assertThat(takesLong("alter table person\n    add column x int;\ncreate index person_x on person (x);"))
                .isTrue();
        assertThat(takesLong("alter table receipt add column x int,\n    add constraint c check (x > 0);"))
                .isTrue();
        assertThat(takesLong("alter table relation add column x int;\ninsert into other (x)\nselect id from relation;"))
                .isTrue();
        assertThat(takesLong("alter table receipt add column x int,\n    add constraint c check (x > 0) not valid;"))
                .isFalse();
        assertThat(takesLong("create index person_x on person (x);")).isFalse();
    }

    private static boolean takesLong(String migration) {
        // each statement on one line, but for what is added: that on lines of its own
        var lines = migration.replaceAll("\\s*\\n\\s+", " ").replaceAll("(?=add constraint)|(?=add column)", "\n");
        return CLOSES.matcher(lines).find()
                && (TAKES_LONG.matcher(lines).find()
                        || CHECKS_ALL.matcher(lines).find());
    }

    /** Empty: as it should be. */
    private static String complaint(String migration) {
        var made = names(MADE, migration);
        var referred = without(made, names(REFERRED_TO, migration));
        var changed = without(made, names(CHANGED, migration));
        var needed = new TreeSet<>(referred);
        needed.addAll(changed);
        var stronger = referred.stream().anyMatch(changed::contains);
        var taken = TAKEN.matcher(migration);
        var takes = taken.find() ? names(NAME, taken.group(1)) : Set.<String>of();
        return (needed.size() > 1 || stronger) && !takes.containsAll(needed)
                ? " needs " + needed + " and begins with the take_tables of " + takes
                : "";
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MigrationsTest::name).collect(toSet());
    }

    private static String name(MatchResult found) {
        for (var group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return found.group();
    }

    private static Set<String> without(Set<String> made, Set<String> names) {
        return names.stream().filter(name -> !made.contains(name)).collect(toCollection(TreeSet::new));
    }

    private static Stream<Path> migrations() {
        var root = Path.of(System.getProperty("lingbao.root"));
        return List.of("enrollment-service", "contribution-service", "transfer-service", "job-matching-service")
                .stream()
                .flatMap(service -> files(root.resolve(service + "/src/main/resources/db/migration")))
                .filter(file -> file.getFileName().toString().startsWith("V"))
                .filter(file -> file.getFileName().toString().compareTo(FIRST) >= 0);
    }

    private static Stream<Path> files(Path directory) {
        try (var files = Files.list(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without comments and the bodies of functions. */
    private static String text(Path file) {
        try {
            return Files.readString(file)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("(?s)\\$\\$.*?\\$\\$", "")
                    .replaceAll("(?m)--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
