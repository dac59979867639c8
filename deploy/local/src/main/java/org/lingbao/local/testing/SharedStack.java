package org.lingbao.local.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lingbao.local.part.LocalIssuer;
import org.lingbao.local.part.LocalKafka;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.Pause;
import org.lingbao.local.part.Ports;

/**
 * PostgreSQL, Kafka and the issuer in one JVM beside the build. All modules of a build, and builds that run at the same
 * time, share it; it ends when the last of them has ended.
 */
public final class SharedStack {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    /** Long: nobody kills this broker, and builds beside it can hold the disk under its controller for many seconds. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private SharedStack() {}

    /** The JVM's entry: {@code SharedStack <directory>}. */
    public static void main(String[] arguments) throws IOException {
        var directory = new StackDirectory(Path.of(arguments[0]));
        var data = directory.path().resolve("data-" + ProcessHandle.current().pid());
        deleteWhatTheDeadLeft(directory);
        Files.createDirectories(data);
        var issuerKey = data.resolve("issuer-key.json");
        try (var issuer = LocalIssuer.start(issuerKey, Ports.free());
                var postgres = LocalPostgres.start(
                        directory.path().resolve("program"),
                        data.resolve("postgres"),
                        directory.log(),
                        Ports.free(),
                        LocalPostgres.Commits.FAST);
                var kafka = LocalKafka.start(data.resolve("kafka"), Ports.free(), Ports.free(), SILENCE)) {
            var self = ProcessHandle.current();
            new StackState(
                            self.pid(),
                            StackState.startMillis(self),
                            postgres.admin(),
                            kafka.bootstrap(),
                            issuer.issuer(),
                            issuerKey.toString())
                    .write(directory.state());
            serve(directory, postgres);
        } finally {
            delete(data);
        }
        // Kafka leaves threads behind that would keep this JVM.
        System.exit(0);
    }

    private static void serve(StackDirectory directory, LocalPostgres postgres) {
        var clock = Clock.systemUTC();
        while (postgres.alive()) {
            Pause.millis(1000);
            if (!directory.used(clock) && directory.locked(() -> ended(directory, clock))) {
                return;
            }
        }
    }

    /** Asked again under the lock: a build may have come in between. */
    private static boolean ended(StackDirectory directory, Clock clock) {
        if (directory.used(clock)) {
            return false;
        }
        return directory.state().toFile().delete() || !Files.exists(directory.state());
    }

    /** A stack that was killed could not delete its data. */
    private static void deleteWhatTheDeadLeft(StackDirectory directory) throws IOException {
        try (var left = Files.newDirectoryStream(directory.path(), "data-*")) {
            for (var data : left) {
                var pid = Long.parseLong(data.getFileName().toString().substring("data-".length()));
                if (ProcessHandle.of(pid).isEmpty()) {
                    delete(data);
                }
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The running stack of this build; starts it when there is none. */
    static StackState join() {
        var directory = StackDirectory.ofThisBuild();
        return directory.locked(() -> {
            directory.use(build());
            return living(directory).orElseGet(() -> launch(directory));
        });
    }

    private static Optional<StackState> living(StackDirectory directory) {
        return StackState.read(directory.state()).filter(StackState::alive);
    }

    private static StackState launch(StackDirectory directory) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            Files.deleteIfExists(directory.state());
            var process = new ProcessBuilder(List.of(
                            java,
                            "-Xmx384m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SharedStack.class.getName(),
                            directory.path().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.log().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .directory(directory.path().toFile())
                    .start();
            return await(directory, process);
        } catch (IOException e) {
            throw new IllegalStateException("cannot start the test stack; its log is " + directory.log(), e);
        }
    }

    private static StackState await(StackDirectory directory, Process process) {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            var state = living(directory);
            if (state.isPresent()) {
                return state.get();
            }
            Pause.millis(50);
        }
        throw new IllegalStateException("the test stack did not start; its log is " + directory.log());
    }

    /** The Maven (or editor) process above this test JVM; shells in between do not count. */
    private static ProcessHandle build() {
        var self = ProcessHandle.current();
        var at = self.parent();
        while (at.isPresent() && shell(at.get())) {
            at = at.get().parent();
        }
        return at.orElse(self);
    }

    private static boolean shell(ProcessHandle process) {
        var command = process.info().command().orElse("");
        return command.endsWith("sh");
    }
}
