package org.lingbao.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingbao.rules.Law;

class VectorsTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @ParameterizedTest
    @MethodSource("vectors")
    void the_rules_answer_every_vector(Verdict verdict) {
        assertThat(verdict.differences()).isEmpty();
    }

    @Test
    void every_rule_has_vectors() {
        assertThat(vectors())
                .extracting(Verdict::rule)
                .contains(Answers.BY_RULE.keySet().toArray(String[]::new));
    }

    static List<Verdict> vectors() {
        return lines().stream().map(line -> Verdict.of(Law.standard(), line)).toList();
    }

    static List<String> lines() {
        return Stream.of("vectors.jsonl", "more-vectors.jsonl", "pinned.jsonl", "forecasts.jsonl")
                .flatMap(VectorsTest::lines)
                .toList();
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(RESOURCES.resolve(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
