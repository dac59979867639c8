package org.lingbao.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** {@code target/test-stack}: state, lock and users of the shared stack. */
record StackDirectory(Path path) {
    /** A stack that no test has asked for during this time ends, even if the build still runs. */
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(60);

    /** Of the build that runs now: {@code lingbao.root}, else the nearest directory upwards with {@code mvnw}. */
    static StackDirectory ofThisBuild() {
        var root = System.getProperty("lingbao.root");
        var directory = root != null && !root.isBlank() ? Path.of(root) : withMavenWrapper();
        return new StackDirectory(directory.toAbsolutePath().resolve("target/test-stack"));
    }

    private static Path withMavenWrapper() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException(
                "no directory with mvnw above " + Path.of("").toAbsolutePath());
    }

    Path state() {
        return path.resolve("stack.json");
    }

    Path log() {
        return path.resolve("stack.log");
    }

    private Path users() {
        return path.resolve("users");
    }

    /** Runs the action while nobody else in this or another JVM holds the lock. */
    <T> T locked(Supplier<T> action) {
        try {
            Files.createDirectories(users());
            try (var channel = FileChannel.open(
                            path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("lost the lock in " + path);
                }
                return action.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + path, e);
        }
    }

    /** Notes that a build uses the stack, now. */
    void use(ProcessHandle build) {
        try {
            var user = users().resolve(build.pid() + "-" + StackState.startMillis(build));
            Files.writeString(user, "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot register in " + users(), e);
        }
    }

    /** Whether a build that used the stack not long ago is still running; forgets those that are not. */
    boolean used(Clock clock) {
        try (var users = Files.list(users())) {
            var live = false;
            for (var user : users.toList()) {
                if (running(user) && recent(user, clock)) {
                    live = true;
                } else {
                    Files.deleteIfExists(user);
                }
            }
            return live;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean running(Path user) {
        var name = user.getFileName().toString().split("-", -1);
        return ProcessHandle.of(Long.parseLong(name[0]))
                .filter(process -> StackState.startMillis(process) == Long.parseLong(name[1]))
                .isPresent();
    }

    private static boolean recent(Path user, Clock clock) throws IOException {
        Instant touched = Files.getLastModifiedTime(user).toInstant();
        return touched.isAfter(clock.instant().minus(IDLE_LIMIT));
    }
}
