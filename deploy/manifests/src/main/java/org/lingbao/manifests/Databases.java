package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Each service has its own database and two roles of its own, one that owns the tables and migrates and one as which its
 * pods work; and PostgreSQL has connections for all pods there may be.
 */
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
            return Stream.of(
                            rules.require(
                                    name.equals(wanted),
                                    "uses the database " + name + ", which is not its own",
                                    "the database " + wanted),
                            rules.require(
                                    made.isPresent(),
                                    "uses the database " + name + ", which nothing makes",
                                    "a Database and its roles in deploy/kubernetes/base/postgres"),
                            made.stream().flatMap(database -> signsIn(overlay, pod, database)))
                    .flatMap(findings -> findings);
        });
    }

    /** As whom. What a pod has of the owner's it could use, whatever for it is meant. */
    private static Stream<Finding> signsIn(Overlay overlay, Pod pod, Manifest database) {
        var rules = new Rules(overlay, pod.owner());
        var name = database.at("/spec/name").asText();
        var owner = secret(overlay, database, database.at("/spec/owner").asText());
        if (!pod.isService() && !pod.isMigration()) {
            return rules.require(
                    credentials(overlay, pod, "", owner),
                    "does not sign in to " + name + " as its owner",
                    "username and password from the Secret " + owner);
        }
        var service = secret(overlay, database, serviceOf(name));
        return Stream.of(
                        rules.require(
                                credentials(overlay, pod, "QUARKUS_DATASOURCE_", service),
                                "does not sign in to " + name + " as the role of the running service",
                                "QUARKUS_DATASOURCE_USERNAME and _PASSWORD from the Secret of the role "
                                        + serviceOf(name)),
                        rules.require(
                                !pod.isMigration() || credentials(overlay, pod, "QUARKUS_FLYWAY_", owner),
                                "does not migrate " + name + " as its owner",
                                "QUARKUS_FLYWAY_USERNAME and _PASSWORD from the Secret " + owner),
                        rules.require(
                                pod.isMigration() || !has(overlay, pod, "", owner + "/password"),
                                "could sign in to " + name + " as its owner, and change what is append-only",
                                "take the Secret " + owner + " from it: only the migration needs it"))
                .flatMap(findings -> findings);
    }

    /** The role as which the pods of a service work. */
    private static String serviceOf(String database) {
        return database + "_service";
    }

    /** Of a role; one that nothing makes has none. */
    private static String secret(Overlay overlay, Manifest database, String role) {
        return role(overlay, database, role)
                .map(found -> found.at("/passwordSecret/name").asText())
                .orElse("of " + role);
    }

    private static boolean credentials(Overlay overlay, Pod pod, String prefix, String secret) {
        return Stream.of("username", "password").allMatch(key -> has(overlay, pod, prefix, secret + "/" + key));
    }

    private static boolean has(Overlay overlay, Pod pod, String prefix, String value) {
        return Variables.of(overlay, pod)
                .anyMatch(variable -> variable.secret()
                        && variable.name().startsWith(prefix)
                        && variable.value().equals(value));
    }

    private static Optional<JsonNode> role(Overlay overlay, Manifest database, String name) {
        return overlay.find("Cluster", database.at("/spec/cluster/name").asText()).stream()
                .flatMap(cluster -> Manifest.each(cluster.at("/spec/managed/roles")))
                .filter(role -> role.path("name").asText().equals(name))
                .findFirst();
    }

    private static Stream<Finding> owned(Overlay overlay, Manifest database) {
        var role = role(overlay, database, database.at("/spec/owner").asText());
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
        var members = Manifest.each(cluster.at("/spec/managed/roles"))
                .filter(role -> role.path("name").asText().endsWith(serviceOf("")))
                .flatMap(role -> rules.require(
                        Stream.of("inRoles", "superuser", "createrole", "createdb", "bypassrls")
                                .noneMatch(role::has),
                        "lets " + role.path("name").asText() + " do more than the migration grants",
                        "ensure, login, connectionLimit and passwordSecret, nothing else"));
        return Stream.of(
                        roles,
                        members,
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

    /** By role. One pod more than the maximum is there while another is replaced. */
    private Map<String, Integer> wanted(Overlay overlay) {
        var wanted = new HashMap<String, Integer>();
        overlay.pods()
                .filter(Pod::stays)
                .forEach(pod -> databases(overlay, pod)
                        .forEach(name -> wanted.put(
                                pod.isService() ? serviceOf(name) : name,
                                (Scaling.most(overlay, pod.owner()) + 1) * connections(overlay, pod))));
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
