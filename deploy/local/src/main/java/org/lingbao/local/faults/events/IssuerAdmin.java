package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lingbao.local.demo.Api;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.part.LocalIssuer;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Realm;
import org.lingbao.local.stack.Cell;

/** Keycloak's keys, as whoever is responsible for them changes them. */
final class IssuerAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROVIDER = "org.keycloak.keys.KeyProvider";
    private static final String SIGNING = "rsa-generated";
    private static final int FAILED = 300;

    private final Ground ground;
    private final HttpClient http = HttpClient.newHttpClient();

    IssuerAdmin(Ground ground) {
        this.ground = ground;
    }

    /** Keys that sign, or did. */
    List<JsonNode> keys() {
        var keys = new ArrayList<JsonNode>();
        send("GET", "/components?type=" + PROVIDER, null).forEach(key -> {
            if (key.path("providerId").asText().equals(SIGNING)) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** A new key that is published and, if it is active, signs from now on: it has the highest priority. */
    void add(boolean active) {
        var priority = 1
                + keys().stream()
                        .mapToLong(key -> key.at("/config/priority/0").asLong())
                        .max()
                        .orElse(100);
        var _ = send(
                "POST",
                "/components",
                Map.of(
                        "name",
                        "key " + priority,
                        "providerId",
                        SIGNING,
                        "providerType",
                        PROVIDER,
                        "parentId",
                        send("GET", "", null).path("id").asText(),
                        "config",
                        Map.of(
                                "priority", List.of(Long.toString(priority)),
                                "enabled", List.of("true"),
                                "active", List.of(Boolean.toString(active)),
                                "algorithm", List.of("RS256"))));
    }

    /** Whether it signs; published it stays. */
    void activate(JsonNode key, boolean active) {
        var changed = key.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) changed.path("config"))
                .putArray("active")
                .add(Boolean.toString(active));
        var _ = send("PUT", "/components/" + key.path("id").asText(), changed);
    }

    /** From now on it is nobody's key. */
    void remove(JsonNode key) {
        var _ = send("DELETE", "/components/" + key.path("id").asText(), null);
    }

    private JsonNode send(String method, String path, @org.jspecify.annotations.Nullable Object body) {
        var realm = LocalIssuer.issuerAt(ground.ports().issuer()).replace("/realms/", "/admin/realms/");
        // a token for each request: the last one may have been of a key that is gone now
        var token = new Api(ground.ports(), Cell.SHANDONG).client(Realm.KEYS);
        try {
            var request = HttpRequest.newBuilder(URI.create(realm + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            if (answer.statusCode() >= FAILED) {
                throw new PartFailed("Keycloak answered " + answer.statusCode() + " to " + method + " " + path);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new PartFailed("Keycloak did not answer " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }
}
