package org.lingbao.manifests;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each service has its own database and its own role, and PostgreSQL has connections for all pods there may be. */
record Databases(Project project) implements Check {
    private static final Pattern URL =
            Pattern.compile("(?:jdbc:)?postgresql://(?<host>[a-z-]+):\\d+/(?<database>[a-z_]+)");

    /** Those of the platform's long-running pool, beside the ordinary one. */
    private static final int LONG_RUNNING = 2;

    private static final int DEFAULT_POOL = 20;
    /** The operator's, the superuser's, and somebody who must look. */
    private static final int RESERVE = 20;

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return Stream.of(
                        overlay.pods().flatMap(pod -> own(overlay, pod)),
                        overlay.all("Database").flatMap(database -> owned(overlay, database)),
                        overlay.all("Cluster").flatMap(cluster -> enough(overlay, cluster)))
                .flatMap(findings -> findings);
    }

    /** The database that a pod is told to use. */
    private static Stream<String> databases(Overlay overlay, Pod pod) {
        return Variables.of(overlay, pod)
                .map(variable -> URL.matcher(variable.value()))
                .filter(Matcher::matches)
                .map(found -> found.group("database"))
                .distinct();
    }

    private static Stream<Finding> own(Overlay overlay, Pod pod) {
        var rules = new Rules(overlay, pod.owner());
        var wanted = pod.service().replace('-', '_');
        return databases(overlay, pod).flatMap(name -> {
            var made = overlay.all("Database")
                    .filter(database -> database.at("/spec/name").asText().equals(name))
                    .findFirst();
            var secret = made.flatMap(database -> role(overlay, database))
                    .map(role -> role.at("/passwordSecret/name").asText());
            return Stream.of(
                            rules.require(
                                    name.equals(wanted),
                                    "uses the database " + name + ", which is not its own",
                                    "the database " + wanted),
                            rules.require(
                                    made.isPresent(),
                                    "uses the database " + name + ", which nothing makes",
                                    "a Database and a role in deploy/kubernetes/base/postgres"),
                            rules.require(
                                    made.isEmpty()
                                            || secret.filter(of -> credentials(overlay, pod, of))
                                                    .isPresent(),
                                    "does not sign in to " + name + " as its owner",
                                    "username and password from the Secret " + secret.orElse("of the owner's role")))
                    .flatMap(findings -> findings);
        });
    }

    private static boolean credentials(Overlay overlay, Pod pod, String secret) {
        return Stream.of("username", "password")
                .allMatch(key -> Variables.of(overlay, pod)
                        .anyMatch(variable ->
                                variable.secret() && variable.value().equals(secret + "/" + key)));
    }

    private static Optional<com.fasterxml.jackson.databind.JsonNode> role(Overlay overlay, Manifest database) {
        return overlay.find("Cluster", database.at("/spec/cluster/name").asText()).stream()
                .flatMap(cluster -> Manifest.each(cluster.at("/spec/managed/roles")))
                .filter(role -> role.path("name")
                        .asText()
                        .equals(database.at("/spec/owner").asText()))
                .findFirst();
    }

    private static Stream<Finding> owned(Overlay overlay, Manifest database) {
        var role = role(overlay, database);
        return Stream.concat(
                new Rules(overlay, database)
                        .require(
                                role.isPresent(),
                                "belongs to " + database.at("/spec/owner").asText() + ", whom nothing makes",
                                "a role of that name under managed.roles of the Cluster"),
                new Rules(overlay, database)
                        .require(
                                database.at("/spec/databaseReclaimPolicy")
                                        .asText()
                                        .equals("retain"),
                                "is deleted with its object",
                                "databaseReclaimPolicy: retain"));
    }

    private Stream<Finding> enough(Overlay overlay, Manifest cluster) {
        var rules = new Rules(overlay, cluster);
        var wanted = wanted(overlay);
        var sum = wanted.values().stream().mapToInt(Integer::intValue).sum() + RESERVE;
        var most = cluster.at("/spec/postgresql/parameters/max_connections").asInt(100);
        var roles = Manifest.each(cluster.at("/spec/managed/roles")).flatMap(role -> {
            var name = role.path("name").asText();
            var limit = role.path("connectionLimit").asInt(-1);
            return rules.require(
                    limit < 0 || limit >= wanted.getOrDefault(name, 0),
                    "lets " + name + " have " + limit + " connections, and its pods may want " + wanted.get(name),
                    "raise its connectionLimit, or lower the maximum of pods");
        });
        return Stream.of(
                        roles,
                        rules.require(
                                most >= sum,
                                "has " + most + " connections, and all pods together may want " + sum + " (" + wanted
                                        + " and " + RESERVE + " in reserve)",
                                "raise max_connections, or lower the maximum of pods"),
                        rules.require(
                                cluster.at("/spec/instances").asInt() >= 3
                                        && cluster.at("/spec/postgresql/synchronous/number")
                                                        .asInt()
                                                >= 1,
                                "may lose what was acknowledged with one node",
                                "instances: 3 and postgresql.synchronous.number: 1"),
                        rules.require(
                                Stream.of("requests", "limits")
                                        .allMatch(kind -> cluster.at("/spec/resources/" + kind)
                                                .has("memory")),
                                "has no requests or limits",
                                "resources.requests and resources.limits"))
                .flatMap(findings -> findings);
    }

    /** By database. One pod more than the maximum is there while another is replaced. */
    private Map<String, Integer> wanted(Overlay overlay) {
        var wanted = new HashMap<String, Integer>();
        overlay.pods()
                .filter(Pod::stays)
                .forEach(pod -> databases(overlay, pod)
                        .forEach(name -> wanted.put(
                                name, (Scaling.most(overlay, pod.owner()) + 1) * connections(overlay, pod))));
        return wanted;
    }

    private int connections(Overlay overlay, Pod pod) {
        return project.service(pod.service())
                .map(service -> service.number("quarkus.datasource.reactive.max-size", DEFAULT_POOL)
                        + service.number("quarkus.datasource.jdbc.max-size", DEFAULT_POOL)
                        + LONG_RUNNING)
                .orElseGet(() -> Variables.of(overlay, pod)
                        .filter(variable -> variable.name().equals("KC_DB_POOL_MAX_SIZE"))
                        .mapToInt(variable -> Integer.parseInt(variable.value()))
                        .findFirst()
                        .orElse(100));
    }
}
