package org.lingbao.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.Mutants;
import org.lingbao.rules.data.Mutants.Mutant;

/**
 * Every value of the rule files is made a little wrong in turn; some vector must then fail, or a wrong figure would go unnoticed.
 * What no vector can decide is listed with its reason in {@code undecided.txt}.
 */
class MutationTest {
    private static final Path UNDECIDED = Path.of("src/test/resources/undecided.txt");

    /** By file: the vectors whose rules read it, the latest found to fail first. */
    private static final Map<String, List<String>> READERS = new HashMap<>();

    private static List<Mutant> survivors = List.of();

    @BeforeAll
    static void change_every_value() {
        readers();
        survivors = Mutants.paths().stream()
                .flatMap(path -> Mutants.of(path).stream())
                .filter(MutationTest::survives)
                .toList();
    }

    @Test
    void a_changed_value_fails_some_vector() {
        var undecided = undecided();
        assertThat(survivors)
                .extracting(Mutant::toString)
                .filteredOn(survivor -> undecided.stream()
                        .noneMatch(entry -> entry.matcher(survivor).lookingAt()))
                .isEmpty();
    }

    @Test
    void what_is_decided_by_now_has_left_the_list() {
        assertThat(undecided())
                .filteredOn(entry -> survivors.stream()
                        .noneMatch(
                                survivor -> entry.matcher(survivor.toString()).lookingAt()))
                .isEmpty();
    }

    @Test
    void every_file_is_read_by_some_rule_or_listed() {
        var listed = undecided().stream().map(Pattern::pattern).toList();
        assertThat(Mutants.paths())
                .filteredOn(path -> !READERS.containsKey(path)
                        && listed.stream().noneMatch(entry -> entry.startsWith("\\Q" + path)))
                .isEmpty();
    }

    /** The vector that fails is asked first for the next mutant, which is a neighbour. */
    private static boolean survives(Mutant mutant) {
        var law = Law.of(mutant.files());
        var readers = READERS.getOrDefault(mutant.path(), new ArrayList<>());
        for (var line : readers) {
            if (fails(law, line)) {
                readers.remove(line);
                readers.addFirst(line);
                return false;
            }
        }
        return true;
    }

    /** A file that does not even load is noticed too. */
    private static boolean fails(Law law, String line) {
        try {
            return !Verdict.of(law, line).passed();
        } catch (IllegalStateException doesNotLoad) {
            return true;
        }
    }

    /** The file and the place in it as a pattern, * for any index or key. */
    static List<Pattern> undecided() {
        try {
            return Files.readAllLines(UNDECIDED).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Pattern.compile("\\Q" + line.replace("*", "\\E[^:.\\]]+\\Q") + "\\E: "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readers() {
        for (var line : VectorsTest.lines()) {
            var asked = new LinkedHashSet<String>();
            if (Verdict.of(Law.of(Mutants.recording(asked)), line).passed()) {
                asked.forEach(path -> READERS.computeIfAbsent(path, unused -> new ArrayList<>())
                        .add(line));
            }
        }
    }
}
