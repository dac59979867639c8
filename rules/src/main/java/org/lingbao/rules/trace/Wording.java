package org.lingbao.rules.trace;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences of traces: {@code rules/wording/<first part of the rule's id>.yaml} has one a rule, with the names of inputs (and
 * {@code outcome}) in braces; {@code words.yaml} has the words for the codes that stand there.
 */
final class Wording {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Map<String, Map<String, String>>> FILES = new ConcurrentHashMap<>();

    private Wording() {}

    /** @throws IllegalStateException if the rule has no sentence, or the sentence names what the rule has not */
    static Text of(String rule, Map<String, String> inputs, String outcome) {
        return new Text(sentence(rule, "zh", inputs, outcome), sentence(rule, "en", inputs, outcome));
    }

    static Text ofCode(String code) {
        return new Text(words(code, "zh"), words(code, "en"));
    }

    private static String sentence(String rule, String language, Map<String, String> inputs, String outcome) {
        var template = FILES.computeIfAbsent(rule.substring(0, rule.indexOf('.')), Wording::read)
                .getOrDefault(rule, Map.of())
                .get(language);
        if (template == null) {
            throw new IllegalStateException("no sentence for " + rule + " in " + language);
        }
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            var name = found.group(1);
            var value = name.equals("outcome") ? outcome : inputs.get(name);
            if (value == null) {
                throw new IllegalStateException("the sentence for " + rule + " names " + name + ", the rule does not");
            }
            return Matcher.quoteReplacement(words(value, language));
        });
    }

    /** Codes in words: {@code HUKOU} is 户籍地. What is no known code stays. */
    private static String words(String value, String language) {
        var words = FILES.computeIfAbsent("words", Wording::read);
        return Arrays.stream(value.split(" ", -1))
                .map(code -> words.getOrDefault(code, Map.of()).getOrDefault(language, code))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> texts(JsonNode byLanguage) {
        return byLanguage
                .propertyStream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().textValue()));
    }

    private static Map<String, Map<String, String>> read(String name) {
        var path = "/rules/wording/" + name + ".yaml";
        try (var stream = Wording.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no sentences: " + path);
            }
            return YAML.readTree(stream)
                    .propertyStream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> texts(entry.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
