package org.lingbao.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A service's OpenAPI document, as it is committed under {@code contracts/api}.
 *
 * @param service its name, which is the file's
 */
public record ApiDocument(String service, JsonNode json) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String REFERENCE = "#/components/schemas/";

    /** One endpoint. @param roles that it lets in; empty: it asks for no token */
    public record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable Body body,
            Set<String> roles) {
        /** Its name in the matrix, such as {@code GET /bills}. */
        public String name() {
            return method + " " + path;
        }
    }

    /** @param in {@code path}, {@code query} or {@code header} */
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** What a request carries. */
    public record Body(String mediaType, JsonNode schema) {}

    /** All documents in a {@code contracts} directory, by name. */
    public static List<ApiDocument> all(Path contracts) {
        try (var files = Files.list(contracts.resolve("api"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ApiDocument::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ApiDocument read(Path file) {
        try {
            var service = file.getFileName().toString().replace(".yaml", "");
            return new ApiDocument(service, new YAMLMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the document's order. */
    public List<Operation> operations() {
        var found = new ArrayList<Operation>();
        for (var path : json.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    found.add(operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                }
            }
        }
        return found;
    }

    private static Operation operation(String method, String path, JsonNode node) {
        var parameters = new ArrayList<Parameter>();
        for (var parameter : node.path("parameters")) {
            parameters.add(new Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    parameter.path("required").asBoolean(),
                    parameter.path("schema")));
        }
        var roles = new TreeSet<String>();
        node.path("security")
                .findValues("SecurityScheme")
                .forEach(all -> all.forEach(role -> roles.add(role.asText())));
        return new Operation(
                method, path, parameters, body(node.path("requestBody").path("content")), roles);
    }

    private static @Nullable Body body(JsonNode content) {
        var types = content.properties().iterator();
        if (!types.hasNext()) {
            return null;
        }
        var type = types.next();
        return new Body(type.getKey(), type.getValue().path("schema"));
    }

    /** The schema itself, where it is named by reference. */
    public JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText("");
        return reference.startsWith(REFERENCE)
                ? json.path("components").path("schemas").path(reference.substring(REFERENCE.length()))
                : schema;
    }
}
