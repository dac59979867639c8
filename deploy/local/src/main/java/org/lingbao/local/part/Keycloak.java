package org.lingbao.local.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The Keycloak that Maven unpacked. Before its first start it is built for its options and the realm is imported into a
 * database file that every stack of this checkout begins with a copy of: both take longer than a start.
 *
 * @param directory {@code deploy/keycloak/target} of the checkout
 */
public record Keycloak(Path directory) {
    private static final String DATABASE = "keycloakdb";

    /** What is decided when it is built. Features that nothing here uses would only take time at each start. */
    private static final List<String> BUILD = List.of(
            "build",
            "--db=dev-file",
            "--health-enabled=false",
            "--metrics-enabled=false",
            "--features-disabled=persistent-user-sessions,admin-fine-grained-authz,authorization,impersonation,kerberos,"
                    + "ciba,device-flow,par,organization,passkeys,web-authn,dpop");

    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    /** The Keycloak of a checkout. */
    public static Keycloak of(Path root) {
        return new Keycloak(root.resolve("deploy/keycloak/target"));
    }

    /** Whether a start would have to do what is done once. */
    public boolean prepared() {
        try {
            return Files.exists(stamp()) && Files.readString(stamp()).equals(recipe());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + stamp(), e);
        }
    }

    /**
     * The command that serves the realm at {@code port}; prepares what is not there yet.
     *
     * @param data where this stack keeps Keycloak's database
     * @param log where the preparation tells what it does
     */
    public List<String> start(Path data, int port, Path log) {
        try {
            Files.createDirectories(data);
            prepare(log);
            var own = data.resolve(DATABASE + ".mv.db");
            if (!Files.exists(own)) {
                var unfinished = own.resolveSibling(own.getFileName() + ".new");
                Files.copy(template().resolve(own.getFileName()), unfinished, StandardCopyOption.REPLACE_EXISTING);
                Files.move(unfinished, own, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot use " + data, e);
        }
        return command(
                "-Xmx256m",
                List.of(
                        "start",
                        "--optimized",
                        // Else it looks for other Keycloaks in the network.
                        "--cache=local",
                        "--db-url=" + url(data),
                        "--http-enabled=true",
                        "--http-host=" + Ports.HOST,
                        "--http-port=" + port,
                        "--hostname=http://" + Ports.HOST + ":" + port));
    }

    /**
     * Does what is done once, where it is not there. Under a lock: two stacks of one checkout may start at the same time.
     *
     * @param log where it tells what it does
     */
    public void prepare(Path log) {
        try (var channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (prepared() || !lock.isValid()) {
                return;
            }
            var realm = directory.resolve("realm.json");
            Files.writeString(realm, KeycloakRealm.json(Realm.load()), UTF_8);
            Files.createDirectories(template());
            Files.deleteIfExists(template().resolve(DATABASE + ".mv.db"));
            run(BUILD, log);
            run(
                    List.of("import", "--optimized", "--cache=local", "--db-url=" + url(template()), "--file=" + realm),
                    log);
            Files.writeString(stamp(), recipe(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be prepared in " + directory, e);
        }
    }

    private void run(List<String> words, Path log) {
        try (var process = Watched.start(command("-Xmx768m", words), Map.of(), directory, log, Watched.Stop.TERM)) {
            if (process.await() != 0) {
                throw new PartFailed("Keycloak could not be prepared (" + words.getFirst() + "); its log is " + log);
            }
        }
    }

    private List<String> command(String heap, List<String> words) {
        var home = home();
        var command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add(heap);
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(words);
        return command;
    }

    /** The unpacked distribution; after a change of version the newer one. */
    private Path home() {
        var unpacked = directory.toFile().listFiles(file -> file.getName().startsWith("keycloak-"));
        if (unpacked == null || unpacked.length == 0) {
            throw new PartFailed(
                    "Keycloak is not unpacked in " + directory + "; run ./mvnw -pl deploy/keycloak package.");
        }
        return List.of(unpacked).stream()
                .map(File::toPath)
                .max(Comparator.comparing(
                        path -> path.resolve("version.txt").toFile().lastModified()))
                .orElseThrow();
    }

    private Path template() {
        return directory.resolve("realm");
    }

    private Path stamp() {
        return directory.resolve("prepared");
    }

    /** Everything that the prepared state depends on. */
    private String recipe() {
        return String.join("\n", home().toString(), Runtime.version().toString(), BUILD.toString()) + "\n"
                + KeycloakRealm.json(Realm.load());
    }

    private static String url(Path database) {
        return "jdbc:h2:file:" + database.resolve(DATABASE) + ";NON_KEYWORDS=VALUE;TRACE_LEVEL_FILE=0";
    }
}
