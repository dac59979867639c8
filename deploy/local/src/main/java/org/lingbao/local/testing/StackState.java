package org.lingbao.local.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.lingbao.local.part.LocalPostgres;

/**
 * Where the shared stack of this build is; written by the stack when all of it is ready.
 *
 * @param startMillis when the process started: a pid alone may belong to another program by now
 */
record StackState(
        long pid, long startMillis, LocalPostgres.Database admin, String bootstrap, String issuer, String issuerKey) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<StackState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), StackState.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            var unfinished = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(unfinished.toFile(), this);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(process -> startMillis(process) == startMillis)
                .isPresent();
    }

    static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
