package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pods run the images that are made here, as the user and on the port that these are made for. */
record Images(String user, String port, String writable) implements Check {
    private static final String FILE = "deploy/images/Containerfile.jvm";

    static Images read(Path root) {
        try {
            var text = Files.readString(root.resolve(FILE));
            return new Images(last(text, "USER"), last(text, "EXPOSE"), last(text, "WORKDIR"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String last(String text, String instruction) {
        return Pattern.compile("(?m)^" + instruction + " (\\S+)$")
                .matcher(text)
                .results()
                .reduce((first, second) -> second)
                .map(found -> found.group(1))
                .orElse("");
    }

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return overlay.pods()
                .filter(pod -> pod.isService() || pod.isMigration())
                .flatMap(pod -> Stream.concat(
                        pod(overlay, pod), pod.containers().flatMap(container -> container(overlay, pod, container))));
    }

    private Stream<Finding> pod(Overlay overlay, Pod pod) {
        var security = pod.spec().path("securityContext");
        var owner = security.path("runAsUser").asText() + ":"
                + security.path("runAsGroup").asText();
        return new Rules(overlay, pod.owner())
                .require(
                        owner.equals(user),
                        "runs as " + owner + ", its image as " + user,
                        "take one of both, there or in " + FILE);
    }

    private Stream<Finding> container(Overlay overlay, Pod pod, JsonNode container) {
        var rules = new Rules(overlay, pod.owner());
        var image = container.path("image").asText();
        return Stream.of(
                        rules.require(
                                image.startsWith("lingbao/" + pod.service() + ":"),
                                "runs " + image,
                                "image: lingbao/" + pod.service()),
                        rules.require(
                                Manifest.each(container.path("ports"))
                                        .allMatch(open -> open.path("containerPort")
                                                .asText()
                                                .equals(port)),
                                "listens where its image does not",
                                "containerPort: " + port),
                        rules.require(
                                Manifest.each(container.path("volumeMounts"))
                                        .anyMatch(mount ->
                                                mount.path("mountPath").asText().equals(writable)
                                                        && !mount.path("readOnly")
                                                                .asBoolean()),
                                "has nowhere to write, and its image writes to " + writable,
                                "mount an emptyDir at " + writable))
                .flatMap(finding -> finding);
    }
}
