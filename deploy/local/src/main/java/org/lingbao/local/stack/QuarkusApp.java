package org.lingbao.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.lingbao.local.part.PartFailed;

/**
 * A built service as Quarkus lays it out.
 *
 * @param directory {@code target/quarkus-app} of its module
 */
record QuarkusApp(Path directory) {
    /** What starts a service whose jars are all on the class path. */
    static final String MAIN = "io.quarkus.runner.GeneratedMain";

    private static final String OURS = "org.lingbao.";

    static QuarkusApp of(Path root, Service service) {
        var app = new QuarkusApp(root.resolve(service.text() + "-service/target/quarkus-app"));
        if (!Files.exists(app.runner())) {
            throw new PartFailed("The " + service.text() + " service is not built (" + app.runner()
                    + " is missing); run ./mvnw -DskipTests install.");
        }
        return app;
    }

    /** The jar that finds all others. */
    Path runner() {
        return directory.resolve("quarkus-run.jar");
    }

    /** The jars of others, in one order. */
    List<Path> libraries() {
        return Stream.of("lib/boot", "lib/main")
                .flatMap(folder -> jars(folder).stream())
                .filter(jar -> !jar.getFileName().toString().startsWith(OURS))
                .toList();
    }

    /** The jars that a build of ours makes anew, with what Quarkus generates. */
    List<Path> own() {
        return Stream.of("quarkus", "app", "lib/main")
                .flatMap(folder -> jars(folder).stream()
                        .filter(jar -> !folder.startsWith("lib")
                                || jar.getFileName().toString().startsWith(OURS)))
                .toList();
    }

    /** Classes of the libraries that Quarkus has changed: they stand before the originals. */
    Map<String, byte[]> changed() {
        var changed = new TreeMap<String, byte[]>();
        try (var jar = new JarFile(
                directory.resolve("quarkus/transformed-bytecode.jar").toFile())) {
            for (var entry : jar.stream().toList()) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith(OURS.replace('.', '/'))) {
                    try (var content = jar.getInputStream(entry)) {
                        changed.put(entry.getName(), content.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
        return changed;
    }

    private List<Path> jars(String folder) {
        var all = directory.resolve(folder);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (var files = Files.list(all)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + all, e);
        }
    }
}
