package org.lingbao.rules.data;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule file key by key, so that no reflection is needed and nothing is overlooked: no key may be missing, unknown or there
 * twice, and every value is a string that says something.
 */
final class RuleFileReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RuleFileReader() {}

    /** @throws IllegalArgumentException that names the place in the file and what is wrong there */
    static RuleFile read(InputStream yaml) throws IOException {
        var file = new Keys("", YAML.readTree(yaml)).only("name", "description", "unit", "status", "values");
        var values = file.node("values");
        if (!values.isArray() || values.isEmpty()) {
            throw new IllegalArgumentException("values are missing");
        }
        return new RuleFile(
                name(file.below("name")),
                file.text("description"),
                file.text("unit"),
                file.text("status"),
                IntStream.range(0, values.size())
                        .mapToObj(at -> dated(new Keys("values[" + at + "].", values.get(at))))
                        .toList());
    }

    private static RuleFile.Name name(Keys part) {
        var keys = part.only("zh", "en");
        return new RuleFile.Name(keys.text("zh"), keys.text("en"));
    }

    private static RuleFile.Dated dated(Keys part) {
        var keys = part.only("effective", "value", "table", "status", "published", "source");
        return new RuleFile.Dated(
                keys.text("effective"),
                new RuleValue(keys.has("value") ? keys.text("value") : null, keys.table("table")),
                keys.text("published"),
                keys.has("status") ? keys.text("status") : null,
                source(keys.below("source")));
    }

    private static RuleFile.Source source(Keys part) {
        var keys = part.only("title", "number", "href");
        return new RuleFile.Source(keys.text("title"), keys.text("number"), keys.text("href"));
    }

    /**
     * The keys of one part of the file.
     *
     * @param at where it lies: empty, or ends with a dot
     */
    private record Keys(String at, JsonNode part) {
        Keys {
            if (!part.isObject()) {
                throw new IllegalArgumentException((at.isEmpty() ? "the file" : at) + " has no keys");
            }
        }

        Keys only(String... known) {
            var unknown = new TreeSet<String>();
            part.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(Set.of(known));
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("unknown: " + at + String.join(", " + at, unknown));
            }
            return this;
        }

        boolean has(String key) {
            return part.has(key);
        }

        JsonNode node(String key) {
            @Nullable JsonNode node = part.get(key);
            if (node == null || node.isNull()) {
                throw new IllegalArgumentException(at + key + " is missing");
            }
            return node;
        }

        Keys below(String key) {
            return new Keys(at + key + ".", node(key));
        }

        String text(String key) {
            var node = node(key);
            if (!node.isTextual()) {
                throw new IllegalArgumentException(at + key + " is no string: " + node);
            }
            if (node.textValue().isBlank()) {
                throw new IllegalArgumentException(at + key + " is missing");
            }
            return node.textValue();
        }

        /** Empty where there is no such key. */
        Map<String, String> table(String key) {
            var table = new TreeMap<String, String>();
            if (has(key)) {
                var rows = below(key);
                rows.part.fieldNames().forEachRemaining(name -> table.put(name, rows.text(name)));
            }
            return table;
        }
    }
}
