package org.lingbao.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The texts of {@code ./lingbao help}: files, because the script shows them before anything is built. */
final class Manual {
    static final List<String> COMMANDS =
            List.of("up", "down", "status", "demo", "faults", "leaks", "verify", "test", "native", "rules", "help");

    private Manual() {}

    /** The text about a command, or about all under {@code help}. */
    static Optional<String> of(String command) {
        if (!COMMANDS.contains(command)) {
            return Optional.empty();
        }
        try (var text = Manual.class.getResourceAsStream("/manual/" + command + ".txt")) {
            return text == null ? Optional.empty() : Optional.of(new String(text.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manual of " + command, e);
        }
    }
}
