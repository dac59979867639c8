package org.lingbao.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
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

    /** The command that was meant, perhaps. */
    static String nearest(String command) {
        return COMMANDS.stream()
                .min(Comparator.comparingInt(known -> distance(known, command)))
                .orElseThrow();
    }

    /** Levenshtein's distance. */
    private static int distance(String left, String right) {
        var before = new int[right.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            var row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                var replaced = before[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[right.length()];
    }
}
