package org.lingbao.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.Mutants;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;

/** What nobody has confirmed is never a silent guess: whose answer rests on it is told so, or no answer rests on it. */
class UncertainTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void an_uncertain_value_makes_an_answer_uncertain_or_no_answer_rests_on_it() {
        var told = new HashSet<String>();
        traces().filter(trace -> trace.status() == Status.UNCERTAIN).forEach(trace -> leaves(trace, told));
        var unused = MutationTest.undecided();
        assertThat(Mutants.uncertain())
                .isNotEmpty()
                .filteredOn(value -> !told.contains(value.parameter() + " " + value.effective()))
                .filteredOn(value -> value.mutants().stream()
                        .anyMatch(mutant -> unused.stream()
                                .noneMatch(entry ->
                                        entry.matcher(mutant.toString()).lookingAt())))
                .isEmpty();
    }

    @Test
    void an_answer_is_as_sure_as_the_least_sure_value_beneath_it() {
        assertThat(traces()).isNotEmpty().allSatisfy(UncertainTest::restsOnItsChildren);
    }

    private static void restsOnItsChildren(Trace trace) {
        assertThat(trace.children())
                .allSatisfy(child -> assertThat(child.status()).isLessThanOrEqualTo(trace.status()))
                .allSatisfy(UncertainTest::restsOnItsChildren);
    }

    private static Stream<Trace> traces() {
        return VectorsTest.lines().stream().map(UncertainTest::trace).flatMap(Optional::stream);
    }

    private static Optional<Trace> trace(String line) {
        try {
            var vector = JSON.readTree(line);
            var answer = Objects.requireNonNull(
                    Answers.BY_RULE.get(vector.path("rule").asText()));
            return Optional.of(Answers.explain(Law.standard(), answer, new Input(vector.path("input")))
                    .trace());
        } catch (Unanswered none) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(line, e);
        }
    }

    private static void leaves(Trace trace, Set<String> found) {
        if (trace.status() == Status.UNCERTAIN && trace.children().isEmpty()) {
            found.add(trace.rule() + " " + trace.inputs().get("effective"));
        }
        trace.children().forEach(child -> leaves(child, found));
    }
}
