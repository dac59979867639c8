package org.lingbao.manifests;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service's own files say of its configuration.
 *
 * @param name as in its module: {@code job-matching}
 * @param properties with their values, the platform's included
 * @param read keys that it reads
 * @param required keys without which it does not start, unless the environment has them
 * @param paths first parts of the paths of its interface
 */
record ServiceSource(
        String name, Map<String, String> properties, Set<String> read, Set<String> required, Set<String> paths) {
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name\\s*=\\s*\"(?<key>[^\"]+)\"\\s*"
            + "(?<fallback>,\\s*defaultValue\\s*=[^)]*)?\\)\\s*(?<optional>Optional<)?");
    private static final Pattern PLACE = Pattern.compile("\\$\\{(?<key>[a-z][\\w.-]*)}");
    private static final Pattern PATH = Pattern.compile("(?m)^  /(?<first>[^/{:]+)");
    private static final Pattern PROFILE = Pattern.compile("%(?<profile>\\w+)\\.(?<key>.+)");

    /** What Quarkus does not start without, as soon as it has a database and an issuer. */
    private static final List<String> OF_QUARKUS = List.of(
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.datasource.reactive.url",
            "quarkus.datasource.jdbc.url",
            "quarkus.oidc.auth-server-url");

    /** A topic that the service reads. */
    record Incoming(String topic, String group) {}

    static ServiceSource read(Path root, String name) {
        var properties = new HashMap<String, String>();
        load(root.resolve("platform/src/main/resources/META-INF/microprofile-config.properties"), properties);
        load(root.resolve(name + "-service/src/main/resources/application.properties"), properties);
        var read = new TreeSet<>(properties.keySet());
        read.addAll(OF_QUARKUS);
        var required = new TreeSet<>(OF_QUARKUS);
        properties
                .values()
                .forEach(value -> PLACE.matcher(value)
                        .results()
                        .map(found -> found.group("key"))
                        .forEach(key -> {
                            read.add(key);
                            required.add(key);
                        }));
        for (var module : List.of("personal", "platform", "asking", "watching", "paper", name + "-service")) {
            sources(root.resolve(module + "/src/main/java"))
                    .flatMap(text -> INJECTED.matcher(text).results())
                    .forEach(found -> {
                        read.add(found.group("key"));
                        if (found.group("fallback") == null && found.group("optional") == null) {
                            required.add(found.group("key"));
                        }
                    });
        }
        required.removeAll(properties.keySet());
        return new ServiceSource(name, properties, read, required, paths(root, name));
    }

    private static void load(Path file, Map<String, String> into) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var key : properties.stringPropertyNames()) {
            var profile = PROFILE.matcher(key);
            if (!profile.matches()) {
                into.put(key, properties.getProperty(key));
            } else if (profile.group("profile").equals("prod")) {
                into.put(profile.group("key"), properties.getProperty(key));
            }
        }
    }

    private static Stream<String> sources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(ServiceSource::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> paths(Path root, String name) {
        var document = root.resolve("contracts/api/" + name + ".yaml");
        var paths = new TreeSet<String>();
        if (Files.exists(document)) {
            PATH.matcher(text(document)).results().forEach(found -> paths.add("/" + found.group("first")));
        }
        return paths;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param cell whose number stands before topics and groups */
    List<Incoming> incoming(String cell) {
        return properties.keySet().stream()
                .filter(key -> key.startsWith("mp.messaging.incoming.") && key.endsWith(".topic"))
                .sorted()
                .map(key ->
                        new Incoming(resolved(key, cell), resolved(key.replaceFirst("\\.topic$", ".group.id"), cell)))
                .toList();
    }

    private String resolved(String key, String cell) {
        return properties
                .getOrDefault(key, "")
                .replace("${lingbao.topic-prefix}", properties.getOrDefault("lingbao.topic-prefix", ""))
                .replace("${lingbao.cell}", cell);
    }

    int number(String key, int otherwise) {
        return Integer.parseInt(properties.getOrDefault(key, Integer.toString(otherwise)));
    }

    /** How an environment spells a key. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
