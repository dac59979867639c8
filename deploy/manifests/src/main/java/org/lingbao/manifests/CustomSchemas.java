package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds what operators read against schemas. For CloudNativePG and KEDA, which have no classes, the schemas here name the
 * fields that we use and refuse all others. With a folder of the operators' own definitions every object is held
 * against those, too.
 *
 * @param definitions schemas by apiVersion and kind
 */
record CustomSchemas(Map<String, JsonSchema> definitions) implements Check {
    private static final Map<String, String> OURS = Map.of(
            "postgresql.cnpg.io/v1/Cluster", "cnpg-cluster.json",
            "postgresql.cnpg.io/v1/Database", "cnpg-database.json",
            "keda.sh/v1alpha1/ScaledObject", "keda-scaled-object.json");

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    static boolean knows(String apiVersionAndKind) {
        return OURS.containsKey(apiVersionAndKind);
    }

    static CustomSchemas ours() {
        var schemas = new HashMap<String, JsonSchema>();
        OURS.forEach((kind, file) -> schemas.put(kind, resource("/schemas/" + file)));
        return new CustomSchemas(schemas);
    }

    /** @param folder with CustomResourceDefinitions as YAML, such as {@code kubectl get crd -o yaml} writes */
    static CustomSchemas of(Path folder) {
        var schemas = new HashMap<String, JsonSchema>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().matches(".*\\.ya?ml")).toList()) {
                try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
                    documents.forEachRemaining(document -> add(document, schemas));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CustomSchemas(schemas);
    }

    private static void add(JsonNode document, Map<String, JsonSchema> schemas) {
        if (document.path("kind").asText().endsWith("List")) {
            document.path("items").forEach(item -> add(item, schemas));
        }
        if (!document.path("kind").asText().equals("CustomResourceDefinition")) {
            return;
        }
        var spec = document.path("spec");
        for (var version : spec.path("versions")) {
            var schema = version.at("/schema/openAPIV3Schema").deepCopy();
            close(schema);
            schemas.put(
                    spec.path("group").asText() + "/" + version.path("name").asText() + "/"
                            + spec.at("/names/kind").asText(),
                    FACTORY.getSchema(schema));
        }
    }

    /** The API server drops fields that a definition does not name; here they are refused. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            var open = object.path("x-kubernetes-preserve-unknown-fields").asBoolean();
            var whole = object.path("properties").has("apiVersion");
            if (object.path("properties").isObject() && !object.has("additionalProperties") && !open && !whole) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-int-or-string").asBoolean()) {
                object.remove("type");
            }
            if (object.path("format").isTextual()) {
                object.remove("format");
            }
        }
        schema.forEach(CustomSchemas::close);
    }

    private static JsonSchema resource(String name) {
        try (var file = CustomSchemas.class.getResourceAsStream(name)) {
            return FACTORY.getSchema(JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return overlay.objects().stream().flatMap(object -> {
            var schema = definitions.get(object.apiVersion() + "/" + object.kind());
            return schema == null
                    ? Stream.empty()
                    : schema.validate(object.tree()).stream()
                            .map(wrong -> overlay.finding(
                                    object,
                                    wrong.getMessage(),
                                    "correct it, or the schema of " + object.kind() + " if its operator takes it"));
        });
    }
}
