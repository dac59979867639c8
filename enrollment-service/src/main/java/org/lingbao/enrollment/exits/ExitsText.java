package org.lingbao.enrollment.exits;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.lingbao.enrollment.exits.ExitsView.Words;
import org.lingbao.rules.shortfall.Exit;

/** The words that a person who joins late is shown, from {@code exits.yaml}. */
@ApplicationScoped
class ExitsText {
    private static final String FILE = "exits.yaml";

    private final Text text;

    /** @param version rises with every change of the words */
    record Text(int version, String zh, String en, Map<Exit, Words> ways) {
        Text {
            ways = Map.copyOf(ways);
        }
    }

    ExitsText() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in this build");
            }
            text = new YAMLMapper().readValue(file, Text.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    int version() {
        return text.version();
    }

    Words all() {
        return new Words(text.zh(), text.en());
    }

    Words of(Exit exit) {
        return Objects.requireNonNull(text.ways().get(exit), () -> "no words for " + exit);
    }
}
