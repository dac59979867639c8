package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file or folder that the configuration names is mounted where it is looked for. */
record Mounts(Project project) implements Check {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(?<key>[a-z][\\w.-]*)}");

    /** More than any value is nested. */
    private static final int DEEPEST = 5;

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return overlay.pods()
                .filter(pod -> pod.isService() || pod.isMigration())
                .flatMap(pod -> project.service(pod.service()).stream()
                        .flatMap(service -> paths(overlay, pod, service).entrySet().stream()
                                .flatMap(path -> new Rules(overlay, pod.owner())
                                        .require(
                                                isMounted(pod, path.getValue()),
                                                path.getKey() + " is " + path.getValue() + ", where nothing is mounted",
                                                "mount a Secret or ConfigMap there that has it among its items, or set "
                                                        + ServiceSource.variable(path.getKey())))));
    }

    /** By the key, every value that is a path in the end. */
    private static Map<String, String> paths(Overlay overlay, Pod pod, ServiceSource service) {
        var told = Variables.of(overlay, pod)
                .filter(variable -> !variable.secret())
                .collect(Collectors.toMap(Variables.Variable::name, Variables.Variable::value, (before, last) -> last));
        var paths = new TreeMap<String, String>();
        for (var key : service.read()) {
            var value = resolved(key, told, service);
            if (key.startsWith("lingbao.") && value.startsWith("/")) {
                paths.put(key, value);
            }
        }
        return paths;
    }

    private static String resolved(String key, Map<String, String> told, ServiceSource service) {
        var value = value(key, told, service);
        for (int depth = 0; depth < DEEPEST && value.contains("${"); depth++) {
            value = PLACE.matcher(value)
                    .replaceAll(place -> Matcher.quoteReplacement(value(place.group("key"), told, service)));
        }
        return value;
    }

    private static String value(String key, Map<String, String> told, ServiceSource service) {
        return Optional.ofNullable(told.get(ServiceSource.variable(key)))
                .orElseGet(() -> service.properties().getOrDefault(key, ""));
    }

    private static boolean isMounted(Pod pod, String path) {
        return pod.containers()
                .flatMap(container -> Manifest.each(container.path("volumeMounts")))
                .anyMatch(mount -> {
                    var folder = mount.path("mountPath").asText();
                    return path.equals(folder)
                            || (path.startsWith(folder + "/")
                                    && holds(pod, mount.path("name").asText(), path.substring(folder.length() + 1)));
                });
    }

    private static boolean holds(Pod pod, String volume, String file) {
        return Manifest.each(pod.spec().path("volumes"))
                .filter(candidate -> candidate.path("name").asText().equals(volume))
                .anyMatch(candidate -> candidate.has("emptyDir")
                        || Stream.of("secret", "configMap")
                                .flatMap(kind ->
                                        Manifest.each(candidate.path(kind).path("items")))
                                .map((JsonNode item) -> item.path("path").asText())
                                .anyMatch(file::equals));
    }
}
