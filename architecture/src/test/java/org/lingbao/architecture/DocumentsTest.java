package org.lingbao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.contribution.Choice;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** What people read is true of what is there. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern DATA =
            Pattern.compile("`((?:rules|contracts|deploy)/[\\w./-]+\\.(?:ya?ml|json|jsonl|md))`");

    @Test
    void every_link_and_every_file_named_in_a_document_is_there() throws IOException {
        var broken = documents().stream().flatMap(DocumentsTest::broken).toList();

        assertThat(documents()).hasSizeGreaterThan(15);
        assertThat(broken).isEmpty();
    }

    private static Stream<String> broken(Path document) {
        var text = read(document);

        var links = LINK.matcher(text).results().map(found -> document.resolveSibling(found.group(1)));
        var data = DATA.matcher(text).results().map(found -> Code.root().resolve(found.group(1)));
        return Stream.concat(links, data)
                .filter(Predicate.not(Files::exists))
                .filter(missing -> !isExample(missing))
                .map(missing -> document.getFileName() + " names " + missing + ", which is not there");
    }

    /** The recipes make up a rule and an event to add. */
    private static boolean isExample(Path missing) {
        return Stream.of("registration-required", "relation-paused").anyMatch(missing.toString()::contains);
    }

    @Test
    void the_story_of_the_insurance_is_told_with_the_amounts_that_the_rules_compute() {
        var choice = new Choice(
                new Place("370700"), Scheme.EMPLOYEE, YearMonth.of(2026, 9), Period.MONTH, Money.yuan("4573.00"), null);
        var assessment = Law.standard()
                .contribution()
                .assess(choice, LocalDate.of(2026, 9, 1))
                .value();
        var story = read(Code.root().resolve("docs/concepts/how-the-insurance-works.md"));

        assertThat(assessment)
                .isInstanceOfSatisfying(
                        Assessed.class,
                        assessed -> assertThat(story)
                                .contains("| base | | 4,573.00 |")
                                .contains("**" + assessed.monthly().pension().toYuan() + "**")
                                .contains(
                                        "8 % | " + assessed.monthly().account().toYuan() + " |")
                                .contains("| " + assessed.monthly().pooled().toYuan() + " |"));
    }

    private static List<Path> documents() throws IOException {
        try (var all = Stream.of(
                        Files.walk(Code.root().resolve("docs")),
                        Files.walk(Code.root().resolve("contracts/events")),
                        Files.list(Code.root()))
                .flatMap(files -> files)) {
            return all.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
