package org.lingbao.architecture;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.local.walk.ApiDocument;
import org.lingbao.local.walk.Matrix;

/**
 * What a {@code contracts} directory says: the schemas, the catalogue, the topics, the error codes, and who may do what.
 *
 * @param directory the directory itself
 */
record Contracts(Path directory) {
    private static final Pattern SCHEMA = Pattern.compile("([a-z-]+)/([a-z-]+)\\.v(\\d+)\\.schema\\.json");

    /** A line of {@code events/CATALOGUE.md}. */
    record Listed(String event, String topic, String key, String producer, List<String> consumers, String purpose) {}

    /** An entry of {@code events/topics.yaml}. */
    record Topic(String name, int partitions, String retention, String key, String description) {}

    /** An entry of {@code errors.yaml}. */
    record ErrorCode(String severity, String zh, String en, Map<String, String> fix, Optional<String> citation) {}

    static Contracts ofTheHouse() {
        return new Contracts(Code.root().resolve("contracts"));
    }

    /** A contracts directory that is wrong on purpose. */
    static Contracts fixture() {
        return new Contracts(Code.root().resolve("architecture/src/test/resources/fixtures/contracts"));
    }

    /** Schema files by event type, such as {@code enrollment.person-registered.v1}. */
    Map<String, Path> schemas() {
        return filesUnder(directory.resolve("events"))
                .filter(file -> file.toString().endsWith(".schema.json"))
                .collect(Collectors.toMap(this::eventType, file -> file, (one, other) -> one, TreeMap::new));
    }

    /** Example files that have no schema beside them. */
    List<Path> strayExamples() {
        return filesUnder(directory.resolve("events"))
                .filter(file -> file.toString().endsWith(".example.json"))
                .filter(file -> !Files.exists(Path.of(file.toString().replace(".example.", ".schema."))))
                .toList();
    }

    static Path exampleOf(Path schema) {
        return Path.of(schema.toString().replace(".schema.json", ".example.json"));
    }

    private String eventType(Path schema) {
        var name = directory.resolve("events").relativize(schema).toString().replace('\\', '/');
        var parts = SCHEMA.matcher(name);
        if (!parts.matches()) {
            throw new IllegalStateException(name + " is not named <service>/<event>.v<n>.schema.json");
        }
        return parts.group(1) + "." + parts.group(2) + ".v" + parts.group(3);
    }

    List<Listed> catalogue() {
        return read("events/CATALOGUE.md")
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| event"))
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                .map(cells -> new Listed(
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        consumersIn(cells.get(5)),
                        cells.get(6)))
                .toList();
    }

    private static List<String> consumersIn(String cell) {
        return cell.equals("—") ? List.of() : List.of(cell.split(",\\s*"));
    }

    List<Topic> topics() {
        return yaml("events/topics.yaml", new TypeReference<>() {});
    }

    Map<String, ErrorCode> errors() {
        return new TreeMap<>(yaml("errors.yaml", new TypeReference<Map<String, ErrorCode>>() {}));
    }

    /** The committed OpenAPI documents. */
    List<ApiDocument> documents() {
        return ApiDocument.all(directory);
    }

    /** Who hears what at every operation of them. */
    Matrix matrix() {
        return Matrix.of(directory);
    }

    private <T> T yaml(String file, TypeReference<T> type) {
        try {
            return new YAMLMapper()
                    .registerModule(new com.fasterxml.jackson.datatype.jdk8.Jdk8Module())
                    .readValue(read(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static com.fasterxml.jackson.databind.JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> filesUnder(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
