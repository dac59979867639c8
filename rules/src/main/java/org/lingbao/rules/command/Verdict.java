package org.lingbao.rules.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.lingbao.rules.Law;

/** What came of one vector: the top-level fields named by its {@code expect} that differ, none where it passed. */
record Verdict(String id, String rule, List<String> differences) {
    private static final JsonMapper JSON = new JsonMapper();

    static Verdict of(Law law, String line) {
        JsonNode vector;
        try {
            vector = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return new Verdict("?", "?", List.of("no JSON: " + e.getOriginalMessage()));
        }
        var id = vector.path("id").asText("?");
        var rule = vector.path("rule").asText("?");
        var answer = Answers.BY_RULE.get(rule);
        if (answer == null) {
            return new Verdict(id, rule, List.of("unknown rule"));
        }
        var got = got(law, answer, vector.path("input"));
        var differences = vector.path("expect").properties().stream()
                .filter(field -> !field.getValue().equals(got.path(field.getKey())))
                .map(field -> difference(field.getKey(), field.getValue(), got))
                .toList();
        return new Verdict(id, rule, vector.path("expect").isEmpty() ? List.of("expects nothing") : differences);
    }

    boolean passed() {
        return differences.isEmpty();
    }

    @Override
    public String toString() {
        return id + " " + rule + differences.stream().map("\n  "::concat).reduce("", String::concat);
    }

    /** Read back from text, so that equal numbers are equal nodes. */
    private static JsonNode got(Law law, Answers.Answer answer, JsonNode input) {
        try {
            return JSON.readTree(Answers.ask(law, answer, input).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String difference(String field, JsonNode expected, JsonNode got) {
        var found = got.path(field);
        if (!found.isMissingNode()) {
            return field + ": expected " + expected + ", got " + found;
        }
        return field + ": expected " + expected + ", got nothing" + (got.has("error") ? " but " + got : "");
    }
}
