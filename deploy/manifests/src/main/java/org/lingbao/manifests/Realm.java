package org.lingbao.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The issuer's realm has the clients that services sign in as, the roles that they ask for, and no secret in it. */
record Realm(Project project) implements Check {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(?<name>\\w+)}");
    private static final Pattern ROLE = Pattern.compile("String [A-Z]+ = \"(?<role>[a-z]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return overlay.all("ConfigMap")
                .filter(map -> map.at("/data").has("realm.json"))
                .flatMap(map -> realm(overlay, map));
    }

    private Stream<Finding> realm(Overlay overlay, Manifest map) {
        var text = map.at("/data").path("realm.json").asText();
        try {
            var realm = JSON.readTree(text);
            return Stream.of(
                            secrets(overlay, map, realm),
                            places(overlay, map, text),
                            clients(overlay, map, realm),
                            roles(overlay, map, realm))
                    .flatMap(findings -> findings);
        } catch (JsonProcessingException e) {
            return Stream.of(overlay.finding(map, "realm.json is no JSON: " + e.getOriginalMessage(), "correct it"));
        }
    }

    private static Stream<Finding> secrets(Overlay overlay, Manifest map, JsonNode realm) {
        var rules = new Rules(overlay, map);
        var written = realm.findValues("secret").stream()
                .filter(secret -> !PLACE.matcher(secret.asText()).matches())
                .flatMap(secret -> rules.require(
                        false, "writes the secret of a client down", "\"secret\": \"${SECRET_…}\", from a Secret"));
        return Stream.concat(
                written,
                rules.require(
                        realm.findValues("credentials").isEmpty(),
                        "writes somebody's password down",
                        "remove credentials; people are registered in the running realm"));
    }

    private static Stream<Finding> places(Overlay overlay, Manifest map, String text) {
        var told = overlay.pods()
                .filter(pod -> Manifest.each(pod.spec().path("volumes"))
                        .anyMatch(
                                volume -> volume.at("/configMap/name").asText().equals(map.name())))
                .flatMap(pod -> Variables.of(overlay, pod))
                .filter(variable -> !variable.value().isEmpty())
                .map(Variables.Variable::name)
                .collect(Collectors.toSet());
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group("name"))
                .distinct()
                .filter(name -> !told.contains(name))
                .map(name -> overlay.finding(
                        map,
                        "names ${" + name + "}, which Keycloak is not told",
                        "add " + name + " to Keycloak's env"));
    }

    private Stream<Finding> clients(Overlay overlay, Manifest map, JsonNode realm) {
        return project.services().stream()
                .flatMap(service -> Stream.ofNullable(service.properties().get("quarkus.oidc-client.client-id"))
                        .filter(id -> Manifest.each(realm.path("clients"))
                                .noneMatch(client ->
                                        client.path("clientId").asText().equals(id)
                                                && audiences(client).contains(audience(service))))
                        .map(id -> overlay.finding(
                                map,
                                "has no client " + id + " with the audience " + audience(service) + ", as which "
                                        + service.name() + " signs in",
                                "add it like service-transfer")));
    }

    private static String audience(ServiceSource service) {
        return service.properties().getOrDefault("quarkus.oidc.token.audience", "");
    }

    private static Set<String> audiences(JsonNode client) {
        return Manifest.each(client.path("protocolMappers"))
                .map(mapper ->
                        mapper.path("config").path("included.custom.audience").asText())
                .collect(Collectors.toSet());
    }

    private Stream<Finding> roles(Overlay overlay, Manifest map, JsonNode realm) {
        var there = realm.at("/roles/realm").findValuesAsText("name");
        return asked().stream()
                .filter(role -> !there.contains(role))
                .map(role -> overlay.finding(
                        map,
                        "has no role " + role + ", which endpoints ask for",
                        "add {\"name\": \"" + role + "\"} to roles.realm"));
    }

    /** The roles by which services allow what they do. */
    private Set<String> asked() {
        var file = project.root().resolve("platform/src/main/java/org/lingbao/platform/identity/Role.java");
        try {
            return ROLE.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group("role"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
