package org.lingbao.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Watched;

/**
 * The libraries of the services, with their classes as the JVM has them once they are loaded and linked (class data
 * sharing). A service that maps that file need not read and check ten thousand classes, which is half of its start. It
 * holds nothing of ours, so it outlives our own builds; other libraries or another JDK have a directory of their own.
 *
 * <p>The JVM checks that the file fits it and the jars, and goes on without where it does not.
 *
 * @param directory named after what it is made of
 * @param model the service whose libraries these are
 */
record SharedClasses(Path directory, QuarkusApp model) {
    /** At the address for which it was made the file needs no changes, so that all processes share its pages. */
    private static final List<String> MAPPED = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

    /** What {@code quarkus-run.jar} says in its manifest and does before all else. */
    private static final List<String> AS_QUARKUS = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    /** The service whose libraries are nearly all that the others have; what another has beyond them stands behind them. */
    static final Service MODEL = Service.TRANSFER;

    /** Those of a checkout as it is built now. */
    static SharedClasses of(Path root) {
        var model = QuarkusApp.of(root, MODEL);
        return new SharedClasses(all(root).resolve(recipe(model)), model);
    }

    /** Where they all are. */
    static Path all(Path root) {
        return root.resolve("target/shared-classes");
    }

    private static String recipe(QuarkusApp model) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((Runtime.version() + " " + AS_QUARKUS).getBytes(UTF_8));
            model.libraries().forEach(jar -> digest.update(nameAndSize(jar).getBytes(UTF_8)));
            model.changed().values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean made() {
        return Files.exists(archive());
    }

    /** Starts a service with them where they are there and fit it, and else as Quarkus has it. */
    ProcessPart.Launch launch(QuarkusApp app, List<String> java, Map<String, String> environment) {
        if (made() && fits(app)) {
            var options = new ArrayList<>(MAPPED);
            options.add("-XX:SharedArchiveFile=" + archive());
            return flat(app, java, options, environment);
        }
        var command = new ArrayList<>(java);
        command.addAll(List.of("-jar", app.runner().toString()));
        return new ProcessPart.Launch(command, environment);
    }

    /** Starts the model; when it has ended, its JVM has told which classes it has loaded. */
    ProcessPart.Launch training(List<String> java, Map<String, String> environment) {
        return flat(model, java, List.of("-XX:DumpLoadedClassList=" + list()), environment);
    }

    /** All jars on one class path, that of the libraries first. It is in the environment, since it is long. */
    private ProcessPart.Launch flat(
            QuarkusApp app, List<String> java, List<String> options, Map<String, String> environment) {
        var command = new ArrayList<>(java);
        command.addAll(options);
        command.addAll(AS_QUARKUS);
        command.add(QuarkusApp.MAIN);
        var withClassPath = new HashMap<>(environment);
        var own = Stream.concat(app.own().stream(), beyond(app));
        withClassPath.put("CLASSPATH", classPath(Stream.concat(jars(), own)));
        return new ProcessPart.Launch(command, withClassPath);
    }

    /** A service that needs another version of one of these, or one that Quarkus changed in another way, goes without. */
    private boolean fits(QuarkusApp app) {
        var ours = model.libraries().stream().map(SharedClasses::artifact).collect(Collectors.toSet());
        var changed = model.changed();
        return beyond(app).map(SharedClasses::artifact).noneMatch(ours::contains)
                && app.changed().entrySet().stream()
                        .allMatch(theirs -> Arrays.equals(theirs.getValue(), changed.get(theirs.getKey())));
    }

    private Stream<Path> beyond(QuarkusApp app) {
        var ours = model.libraries().stream().map(SharedClasses::nameAndSize).collect(Collectors.toSet());
        return app.libraries().stream().filter(jar -> !ours.contains(nameAndSize(jar)));
    }

    /** Copies the libraries: a build replaces those of the service. */
    void copyLibraries() {
        try {
            Files.createDirectories(directory.resolve("lib"));
            for (var jar : model.libraries()) {
                Files.copy(jar, copyOf(jar), StandardCopyOption.REPLACE_EXISTING);
            }
            try (var changed = new JarOutputStream(Files.newOutputStream(changedJar()))) {
                for (var entry : model.changed().entrySet()) {
                    changed.putNextEntry(new JarEntry(entry.getKey()));
                    changed.write(entry.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy libraries to " + directory, e);
        }
    }

    /** Writes the file from the list of a training. */
    void make(List<String> java, Path log) {
        var unfinished = directory.resolve("classes.jsa.new");
        var command = new ArrayList<>(java);
        command.addAll(AS_QUARKUS);
        command.addAll(List.of("-Xshare:dump", "-XX:+AOTClassLinking", "-Xlog:disable", "-Xlog:all=error:stdout"));
        command.addAll(List.of("-XX:SharedClassListFile=" + list(), "-XX:SharedArchiveFile=" + unfinished));
        var environment = Map.of("CLASSPATH", classPath(jars()));
        try (var process = Watched.start(command, environment, directory, log, Watched.Stop.TERM)) {
            if (process.await() != 0) {
                throw new PartFailed("The classes of the libraries could not be prepared; the log is " + log);
            }
            Files.move(unfinished, archive(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + archive(), e);
        }
    }

    private Stream<Path> jars() {
        return Stream.concat(Stream.of(changedJar()), model.libraries().stream().map(this::copyOf));
    }

    private Path changedJar() {
        return directory.resolve("changed.jar");
    }

    private Path copyOf(Path jar) {
        return directory.resolve("lib").resolve(jar.getFileName());
    }

    private Path list() {
        return directory.resolve("classes.txt");
    }

    private Path archive() {
        return directory.resolve("classes.jsa");
    }

    private static String classPath(Stream<Path> jars) {
        return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** A jar's group and name, without its version. */
    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*", "");
    }

    private static String nameAndSize(Path jar) {
        try {
            return jar.getFileName() + " " + Files.size(jar) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }
}
