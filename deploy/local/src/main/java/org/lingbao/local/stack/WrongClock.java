package org.lingbao.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part's clock, where a trial has it go wrong: with libfaketime, from the part's next start on. From then on it may be
 * set at any time; the part sees it within a second. Its monotonic clock goes on as it is, as on a real machine.
 *
 * @param part its name in the stack's report
 */
public record WrongClock(Home home, String part) {
    private static final String LIBRARY = "libfaketimeMT.so.1";
    private static final List<String> FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib");

    /** libfaketime, where the machine has it. */
    public static Optional<Path> library() {
        return FOLDERS.stream()
                .flatMap(folder -> Stream.of(Path.of(folder, "faketime", LIBRARY), Path.of(folder, LIBRARY)))
                .filter(Files::exists)
                .findFirst();
    }

    /** By how much it is ahead of the true time; negative: behind. */
    public void set(Duration ahead) {
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), "%+d\n".formatted(ahead.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(), e);
        }
    }

    /** From its next start on the part has the machine's clock again. */
    public void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(), e);
        }
    }

    /**
     * What the part is started with. Without the last two every wait of a JVM for a time span, which glibc reckons by the
     * monotonic clock, would end at once, and each thread that waits would look again and again.
     */
    Map<String, String> environment() {
        var library = library();
        if (library.isEmpty() || !Files.exists(file())) {
            return Map.of();
        }
        return Map.of(
                "LD_PRELOAD",
                library.get().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file().toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private Path file() {
        return home.run("clock").resolve(part.replace(' ', '-'));
    }
}
