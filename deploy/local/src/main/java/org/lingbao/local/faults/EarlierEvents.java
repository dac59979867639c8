package org.lingbao.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lingbao.local.part.PartFailed;

/**
 * The events of an earlier release against this one's, by their examples: what it has published must be understood from
 * now on, and what is published from now on must be understood by processes of it that still run.
 *
 * @param earlier its checkout
 * @param current this one
 */
record EarlierEvents(Path earlier, Path current) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final String SCHEMA = ".schema.json";

    /** A consumer passes over a field that it does not know. */
    private static final String UNKNOWN_FIELD = "additionalProperties";

    /** What one of the two would not understand; nothing: all is well. */
    List<String> conflicts() {
        var conflicts = new ArrayList<String>();
        for (var schema : schemas(earlier)) {
            var here = current.resolve(earlier.relativize(schema));
            var event = earlier.relativize(schema).toString().replace(SCHEMA, "");
            if (!Files.exists(here)) {
                conflicts.add(event + " is not known any more");
                continue;
            }
            complaints(here, example(schema))
                    .forEach(what -> conflicts.add(event + " of the earlier release is refused: " + what));
            complaints(schema, example(here))
                    .forEach(what -> conflicts.add(event + " would be refused by the earlier release: " + what));
        }
        return conflicts;
    }

    /** How many kinds of events the earlier release has. */
    int kinds() {
        return schemas(earlier).size();
    }

    private static List<Path> schemas(Path checkout) {
        try (Stream<Path> files = Files.walk(checkout.resolve("contracts/events"))) {
            return files.filter(file -> file.toString().endsWith(SCHEMA))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PartFailed("There are no contracts in " + checkout + " (" + e.getMessage() + ").", e);
        }
    }

    private static Path example(Path schema) {
        return schema.resolveSibling(schema.getFileName().toString().replace(SCHEMA, ".example.json"));
    }

    private static List<String> complaints(Path schema, Path example) {
        return SCHEMAS
                .getSchema(json(schema))
                .validate(json(example), run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .filter(message -> !UNKNOWN_FIELD.equals(message.getType()))
                .map(message -> message.getMessage())
                .toList();
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
