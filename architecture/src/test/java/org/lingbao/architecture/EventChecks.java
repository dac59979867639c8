package org.lingbao.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the event schemas, the catalogue, the topics and the code against each other, both ways. */
final class EventChecks {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Pattern PRODUCED = Pattern.compile(
            "new\\s+EventType\\s*\\(\\s*\"([a-z-]+)\"\\s*,\\s*\"([a-z-]+)\"\\s*,\\s*\"([a-z-]+)\"\\s*,\\s*(\\d+)\\s*\\)");
    private static final Pattern EVENT = Pattern.compile("[a-z-]+\\.[a-z-]+\\.v\\d+");

    private static final Pattern PERSONAL =
            Pattern.compile("(?i)identity|idNumber|socialSecurity|name|phone|mobile|card|address|birth|hukou");

    /** What the events of a service begin with, where that is not the service's own name. */
    private static final Map<String, String> PREFIXES = Map.of("job-matching", "matching");

    /** An event type as the code makes it, with the service in whose sources it stands. */
    private record Produced(String where, String event, String topic) {}

    private EventChecks() {}

    /** Each schema is a schema, forbids what it does not name, and has an example that it accepts. */
    static List<String> examples(Contracts contracts) {
        return Stream.concat(
                        contracts.schemas().values().stream().flatMap(EventChecks::problemsOf),
                        contracts.strayExamples().stream().map(file -> file.getFileName() + " has no schema"))
                .toList();
    }

    private static Stream<String> problemsOf(Path schema) {
        var name = schema.getFileName() + ": ";
        var text = Contracts.json(schema);
        var meta = SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(text);
        var example = Contracts.exampleOf(schema);
        if (!Files.exists(example)) {
            return Stream.of(name + "has no example");
        }
        var invalid = SCHEMAS.getSchema(text)
                .validate(
                        Contracts.json(example), run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
        return Stream.of(
                        meta.stream().map(message -> message.getMessage()),
                        invalid.stream().map(message -> message.getMessage()),
                        text.path("additionalProperties").asBoolean(true)
                                ? Stream.of("allows fields that it does not name")
                                : Stream.<String>empty())
                .flatMap(Function.identity())
                .map(problem -> name + problem);
    }

    /** No event tells who somebody is: persons are opaque ids in it. */
    static List<String> anonymous(Contracts contracts) {
        return contracts.schemas().entrySet().stream()
                .flatMap(schema -> propertiesOf(Contracts.json(schema.getValue()))
                        .filter(name -> PERSONAL.matcher(name).find())
                        .map(name -> schema.getKey() + " carries " + name))
                .toList();
    }

    private static Stream<String> propertiesOf(JsonNode schema) {
        return schema.findValues("properties").stream()
                .flatMap(properties -> properties.propertyStream().map(Map.Entry::getKey));
    }

    /** The catalogue lists the events that have a schema, and these only, each with its own service as producer. */
    static List<String> catalogue(Contracts contracts) {
        var listed = contracts.catalogue().stream().map(Contracts.Listed::event).toList();
        var written = contracts.schemas().keySet();
        return Stream.of(
                        listed.stream()
                                .filter(event -> !written.contains(event))
                                .map(event -> event + " has no schema"),
                        written.stream()
                                .filter(event -> !listed.contains(event))
                                .map(event -> event + " is not in the catalogue"),
                        contracts.catalogue().stream()
                                .filter(line -> !line.event()
                                        .startsWith(PREFIXES.getOrDefault(line.producer(), line.producer()) + "."))
                                .map(line -> line.event() + " is listed as produced by " + line.producer()))
                .flatMap(Function.identity())
                .toList();
    }

    /** Each listed event goes to a declared topic with the declared key, and each topic carries an event. */
    static List<String> topics(Contracts contracts) {
        Map<String, String> keys =
                contracts.topics().stream().collect(Collectors.toMap(Contracts.Topic::name, Contracts.Topic::key));
        var used = contracts.catalogue().stream().map(Contracts.Listed::topic).collect(Collectors.toSet());
        return Stream.concat(
                        contracts.catalogue().stream()
                                .filter(line -> !line.key().equals(keys.get(line.topic())))
                                .map(line -> line.event() + ": topic " + line.topic() + " with key " + line.key()
                                        + " is not declared"),
                        keys.keySet().stream()
                                .filter(topic -> !used.contains(topic))
                                .map(topic -> topic + " carries no event"))
                .toList();
    }

    /** What the code publishes is what the catalogue lists, from the listed service to the listed topic. */
    static List<String> producers(Contracts contracts, Code code) {
        var produced = producedIn(code);
        var listed = contracts.catalogue().stream()
                .map(line -> new Produced(line.producer(), line.event(), line.topic()))
                .toList();
        return Stream.concat(
                        produced.stream()
                                .filter(event -> !listed.contains(event))
                                .map(event -> event.where() + " produces " + event.event() + " to " + event.topic()
                                        + ", which the catalogue does not say"),
                        listed.stream()
                                .filter(event -> !produced.contains(event))
                                .map(event -> event.event() + " is in the catalogue, and no code of " + event.where()
                                        + " produces it"))
                .toList();
    }

    private static Set<Produced> producedIn(Code code) {
        return shippedSources(code)
                .flatMap(source -> PRODUCED.matcher(source.withoutComments())
                        .results()
                        .map(found -> new Produced(
                                serviceOf(source),
                                found.group(1) + "." + found.group(3) + ".v" + found.group(4),
                                found.group(1) + "." + found.group(2))))
                .collect(Collectors.toSet());
    }

    /** The services that handle an event are those that the catalogue lists for it. */
    static List<String> consumers(Contracts contracts, Code code) {
        var handled = shippedSources(code)
                .flatMap(source -> source.strings().stream()
                        .filter(text -> EVENT.matcher(text).matches())
                        .map(event -> event + " by " + serviceOf(source)))
                .collect(Collectors.toCollection(TreeSet::new));
        var listed = contracts.catalogue().stream()
                .flatMap(line -> line.consumers().stream().map(consumer -> line.event() + " by " + consumer))
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        handled.stream()
                                .filter(use -> !listed.contains(use))
                                .map(use -> use + ": handled, and not in the catalogue"),
                        listed.stream()
                                .filter(use -> !handled.contains(use))
                                .map(use -> use + ": in the catalogue, and not handled"))
                .toList();
    }

    private static Stream<SourceFile> shippedSources(Code code) {
        return code.javaSources()
                .filter(SourceFile::isMainOrFixture)
                .filter(source -> !code.serviceOf(source.packageName()).isEmpty());
    }

    private static String serviceOf(SourceFile source) {
        return source.module().replace("-service", "");
    }
}
