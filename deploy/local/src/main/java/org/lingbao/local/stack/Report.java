package org.lingbao.local.stack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor says about the stack, as a file that every command reads.
 *
 * @param images the services that run as native images
 * @param handled the last request that the supervisor has finished
 * @param failure one sentence, when the last request or start failed
 */
public record Report(
        Identity supervisor,
        int offset,
        List<Integer> cells,
        List<String> images,
        Phase phase,
        String handled,
        @Nullable String failure,
        List<PartReport> parts) {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** What an older supervisor wrote has no images. */
    public Report {
        images = Objects.requireNonNullElse(images, List.of());
    }

    /** What the supervisor is doing. */
    public enum Phase {
        STARTING,
        RUNNING,
        FAILED,
        STOPPING
    }

    /** What a part is doing. */
    public enum State {
        WAITING,
        STARTING,
        READY,
        /** It was ready and is gone; {@code ./lingbao up} starts it again. */
        DEAD
    }

    /**
     * One part.
     *
     * @param process of its own, if it has one
     * @param millis how long its start took, in milliseconds
     */
    public record PartReport(
            String name, int port, State state, @Nullable Identity process, long millis, String log) {
        private boolean standing() {
            return state == State.READY && (process == null || process.running().isPresent());
        }
    }

    /** The last report, if there is one that can be read. */
    public static Optional<Report> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Report.class));
        } catch (IOException unreadable) {
            // Cut off by a power failure: as good as none.
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

    /** Whether the supervisor that wrote this still runs. */
    public boolean current() {
        return supervisor.running().isPresent();
    }

    /** Whether the supervisor runs and every part is ready, and has not died since this was written. */
    public boolean ready() {
        return current() && phase == Phase.RUNNING && parts.stream().allMatch(PartReport::standing);
    }
}
