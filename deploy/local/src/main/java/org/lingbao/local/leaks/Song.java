package org.lingbao.local.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.stack.Service;
import org.lingbao.local.walk.ApiDocument;
import org.lingbao.local.walk.Door;

/**
 * All attempts at one operation: each place where a text can stand gets each kind of secret, in a request that is otherwise
 * right, and then the requests that are not even well formed.
 *
 * @param callers who try; the first tries everything, the others each place but the headers with one secret
 * @param world what stands in the place of names in the matrix
 */
record Song(
        Service service,
        ApiDocument document,
        ApiDocument.Operation operation,
        Door door,
        Canary canary,
        List<String> callers,
        Map<String, String> world) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "Idempotency-Key";
    private static final List<String> HEADERS = List.of(
            KEY,
            "Accept",
            "Accept-Language",
            "Authorization",
            "Cookie",
            "If-None-Match",
            "Referer",
            "User-Agent",
            "traceparent",
            "X-Forwarded-For",
            "X-Request-Id");

    /**
     * What its author writes for others to read. A name among those words is no leak but a word like any other; numbers,
     * phones and cards are refused there, and so they are sung.
     */
    private static final Map<String, Set<String>> PUBLISHED = Map.of(
            "POST /gigs", Set.of("/title", "/description", "/occupations/0"),
            "POST /inns", Set.of("/name", "/address"),
            "PUT /inns/{innId}", Set.of("/name", "/address"),
            "POST /employers", Set.of("/name"),
            "PUT /employers/me", Set.of("/name"),
            "PUT /workers/me", Set.of("/occupations/0"));

    /** A request under way. @param fields of the query */
    private record Draft(
            Map<String, String> path,
            Map<String, String> fields,
            Map<String, String> headers,
            @Nullable String body) {}

    /** A place for a secret: how it is called, and how it gets there. */
    private record Spot(String name, BiFunction<Draft, String, Draft> put) {}

    void sing(Consumer<Attempt> hear) {
        var spots = spots();
        for (var caller = 0; caller < callers.size(); caller++) {
            for (var spot = 0; spot < spots.size(); spot++) {
                if (caller > 0 && spots.get(spot).name().startsWith("header")) {
                    continue;
                }
                var secrets = canary.secrets();
                var some = caller == 0 ? secrets : List.of(secrets.get((caller + spot) % secrets.size()));
                for (var secret : some) {
                    if (isPublished(spots.get(spot), secret)) {
                        continue;
                    }
                    hear.accept(attempt(spots.get(spot), secret.text(), callers.get(caller)));
                }
            }
        }
        for (var spot : spots) {
            hear.accept(attempt(spot, canary.number(), null));
        }
    }

    private boolean isPublished(Spot spot, Canary.Secret secret) {
        return secret.kind().equals(Canary.NAME)
                && PUBLISHED.getOrDefault(operation.name(), Set.of()).stream()
                        .anyMatch(field -> spot.name().equals("field " + field));
    }

    private Attempt attempt(Spot spot, String secret, @Nullable String caller) {
        var draft = spot.put().apply(right(), secret);
        var target = new StringBuilder(operation.path());
        draft.path().forEach((name, value) -> replace(target, "{" + name + "}", encoded(value)));
        var separator = '?';
        for (var field : draft.fields().entrySet()) {
            target.append(separator).append(encoded(field.getKey())).append('=').append(encoded(field.getValue()));
            separator = '&';
        }
        return new Attempt(
                service,
                operation.name(),
                operation.name() + ", " + spot.name(),
                operation.method(),
                target.toString(),
                draft.headers(),
                draft.body(),
                caller);
    }

    private static void replace(StringBuilder text, String name, String value) {
        var at = text.indexOf(name);
        if (at >= 0) {
            text.replace(at, at + name.length(), value);
        }
    }

    /** The request as the matrix knocks rightly. */
    private Draft right() {
        var path = new LinkedHashMap<String, String>();
        var fields = new LinkedHashMap<String, String>();
        var known = new HashMap<>(world);
        for (var parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path.put(parameter.name(), value(known, parameter.name()));
            }
        }
        if (door.query() != null) {
            for (var pair : filled(known, door.query()).split("&")) {
                fields.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
            }
        }
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", door.type());
        headers.put(KEY, door.key() == null ? World.fresh() : filled(known, door.key()));
        return new Draft(path, fields, headers, body(filled(known, door.body() == null ? "" : door.body())));
    }

    /** A body that only the world of a test can make begins empty here; its fields are in the document. */
    private @Nullable String body(String filled) {
        if (operation.body() == null) {
            return null;
        }
        return operation.body().mediaType().endsWith("/json") && !filled.startsWith("{") ? "{}" : filled;
    }

    private static String filled(Map<String, String> known, String template) {
        return World.NAME.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value(known, found.group(1))));
    }

    /** What the canary does not have is new each time, and the same within a request. */
    private static String value(Map<String, String> known, String name) {
        return known.computeIfAbsent(name, unknown -> unknown.equals("sequence") ? World.number() : World.fresh());
    }

    private List<Spot> spots() {
        var spots = new ArrayList<Spot>();
        for (var parameter : operation.parameters()) {
            switch (parameter.in()) {
                case "path" ->
                    spots.add(new Spot("path " + parameter.name(), (draft, secret) -> {
                        draft.path().put(parameter.name(), secret);
                        return draft;
                    }));
                case "query" -> spots.add(inQuery(parameter.name()));
                default -> {}
            }
        }
        spots.add(inQuery("unheardOf"));
        spots.add(new Spot("name of a query field", (draft, secret) -> {
            draft.fields().put(secret, "1");
            return draft;
        }));
        for (var header : HEADERS) {
            spots.add(new Spot("header " + header, (draft, secret) -> {
                draft.headers()
                        .put(header, header.equals("Authorization") ? "Bearer " + encoded(secret) : encoded(secret));
                return draft;
            }));
        }
        if (operation.body() != null) {
            inBody(spots);
        }
        return spots;
    }

    private static Spot inQuery(String name) {
        return new Spot("query " + name, (draft, secret) -> {
            draft.fields().put(name, secret);
            return draft;
        });
    }

    private void inBody(List<Spot> spots) {
        spots.add(new Spot("a body that is no JSON", (draft, secret) -> body(draft, secret)));
        spots.add(new Spot("a body cut off", (draft, secret) -> body(draft, "{\"name\": \"" + secret)));
        spots.add(new Spot("a list for a body", (draft, secret) -> body(draft, "[\"" + secret + "\"]")));
        spots.add(new Spot("a body of another type", (draft, secret) -> {
            draft.headers().put("Content-Type", "text/plain");
            return body(draft, secret);
        }));
        var right = right().body();
        if (right == null || !right.startsWith("{")) {
            return;
        }
        spots.add(new Spot("name of a field", (draft, secret) -> changed(draft, json -> json.put(secret, secret))));
        for (var field : fields(
                operation.body() == null ? JSON.nullNode() : operation.body().schema(), "", 0)) {
            spots.add(new Spot(
                    "field " + field,
                    (draft, secret) -> put(draft, field, JSON.getNodeFactory().textNode(secret))));
            spots.add(new Spot(
                    "field " + field + " as an object",
                    (draft, secret) -> put(draft, field, JSON.createObjectNode().put(secret, secret))));
            spots.add(new Spot(
                    "field " + field + " as a number",
                    (draft, secret) -> body(
                            draft,
                            text(
                                            draft,
                                            json -> set(
                                                    json,
                                                    field,
                                                    JSON.getNodeFactory().textNode("#")))
                                    .replace("\"#\"", secret))));
        }
    }

    /** The pointers of all that a body may hold, those that the document makes optional, too. */
    private List<String> fields(JsonNode schema, String pointer, int depth) {
        var found = new ArrayList<String>();
        var resolved = document.resolved(schema);
        if (depth < 4) {
            for (var property : resolved.path("properties").properties()) {
                found.addAll(fields(property.getValue(), pointer + "/" + property.getKey(), depth + 1));
            }
            if (resolved.has("items")) {
                found.addAll(fields(resolved.get("items"), pointer + "/0", depth + 1));
            }
        }
        return found.isEmpty() && !pointer.isEmpty() ? List.of(pointer) : found;
    }

    private static Draft put(Draft draft, String pointer, JsonNode value) {
        return changed(draft, json -> set(json, pointer, value));
    }

    private static Draft changed(Draft draft, Consumer<ObjectNode> change) {
        return body(draft, text(draft, change));
    }

    private static String text(Draft draft, Consumer<ObjectNode> change) {
        try {
            var json = (ObjectNode) JSON.readTree(String.valueOf(draft.body()));
            change.accept(json);
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(ObjectNode json, String pointer, JsonNode value) {
        var at = pointer.lastIndexOf('/');
        var parent = json.at(pointer.substring(0, at));
        var name = pointer.substring(at + 1);
        switch (parent) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode list when !list.isEmpty() -> list.set(0, value);
            default -> json.set(name, value);
        }
    }

    private static Draft body(Draft draft, String text) {
        return new Draft(draft.path(), draft.fields(), draft.headers(), text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
