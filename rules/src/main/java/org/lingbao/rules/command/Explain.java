package org.lingbao.rules.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lingbao.rules.Law;
import org.lingbao.rules.trace.Explained;

/** {@code explain}: how the rules answer one question, as a tree of steps with their articles and values with their dates. */
final class Explain {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Explain() {}

    static int run(Law law, List<String> words, Output output) {
        var options = Options.parse("explain", words, Set.of("--json"), Set.of("--rule", "--input", "--lang"));
        var rule = options.value("--rule")
                .orElseThrow(
                        () -> new Misuse("rules explain needs --rule, one of " + String.join(", ", Answers.names())));
        var answer = Answers.BY_RULE.get(rule);
        if (answer == null) {
            throw new Misuse(
                    "rules explain knows no rule \"" + rule + "\"; it knows " + String.join(", ", Answers.names()));
        }
        var language = options.language();
        try {
            var explained = ask(law, rule, answer, options.value("--input").orElse(""));
            if (options.has("--json")) {
                output.json(json(rule, explained));
            } else {
                TraceTree.of(explained.trace(), language).forEach(output::line);
            }
            return Main.GOOD;
        } catch (Unanswered none) {
            output.complain(rule + ": " + none.code() + ": " + none.what());
            return Main.FAILED;
        }
    }

    private static Explained<ObjectNode> ask(Law law, String rule, Answers.Answer answer, String text) {
        var form = form(law, answer);
        var node = object(rule, text, form);
        var input = new Input(node);
        try {
            var explained = Answers.explain(law, answer, input);
            refuseUnread(rule, node, form, input);
            return explained;
        } catch (Unanswered none) {
            if (none.code().equals(Unanswered.MALFORMED_INPUT)) {
                throw wrongInput(rule, none.what(), form);
            }
            throw none;
        }
    }

    private static JsonNode object(String rule, String text, JsonNode form) {
        try {
            var node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
            throw wrongInput(rule, text.isEmpty() ? "no --input" : "--input is no JSON object", form);
        } catch (JsonProcessingException e) {
            throw wrongInput(rule, "--input is no JSON: " + e.getOriginalMessage(), form);
        }
    }

    /** A misspelt field that may be left out would silently not count. */
    private static void refuseUnread(String rule, JsonNode node, ObjectNode form, Input input) {
        var unread = new TreeSet<String>();
        node.fieldNames().forEachRemaining(unread::add);
        form.fieldNames().forEachRemaining(unread::remove);
        input.form().fieldNames().forEachRemaining(unread::remove);
        if (!unread.isEmpty()) {
            throw wrongInput(rule, "it does not read " + String.join(", ", unread), form);
        }
    }

    private static Misuse wrongInput(String rule, String why, JsonNode form) {
        return new Misuse(rule + ": " + why + "; the input is " + form);
    }

    /** What the rule reads, found by giving it an input that has anything. */
    private static ObjectNode form(Law law, Answers.Answer answer) {
        var input = Input.anything();
        try {
            var unused = Answers.explain(law, answer, input);
        } catch (Unanswered asAnythingIsNoQuestion) {
            return input.form();
        }
        return input.form();
    }

    private static ObjectNode json(String rule, Explained<ObjectNode> explained) {
        var json = Answers.object().put("rule", rule);
        json.set("answer", explained.value());
        json.set("trace", TraceTree.json(explained.trace()));
        return json;
    }
}
