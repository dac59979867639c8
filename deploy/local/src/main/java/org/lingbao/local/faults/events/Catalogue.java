package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The events that services listen to, as {@code contracts/events/CATALOGUE.md} has them. */
final class Catalogue {
    private static final String FOLDER = "/contracts/events/";
    private static final Pattern LINE =
            Pattern.compile("\\| ([a-z.-]+\\.v[0-9]+) \\| ([a-z.-]+) \\|[^|]*\\|[^|]*\\| ([a-z, -]+) \\|.*");

    /**
     * One event.
     *
     * @param topic without the cell's prefix
     * @param consumers the services that act on it
     */
    record Event(String type, String topic, List<String> consumers) {
        /** A real record of it. */
        byte[] example() {
            var file = type.replaceFirst("\\.", "/") + ".example.json";
            return read(file).getBytes(UTF_8);
        }
    }

    private Catalogue() {}

    static List<Event> consumed() {
        return consumed(read("CATALOGUE.md"));
    }

    static List<Event> consumed(String table) {
        return table.lines()
                .map(LINE::matcher)
                .filter(line -> line.matches() && !line.group(3).isBlank())
                .map(line -> new Event(
                        line.group(1),
                        line.group(2),
                        Arrays.stream(line.group(3).split(","))
                                .map(String::strip)
                                .toList()))
                .toList();
    }

    private static String read(String file) {
        try (var content = Catalogue.class.getResourceAsStream(FOLDER + file)) {
            if (content == null) {
                throw new IllegalStateException("there is no " + FOLDER + file);
            }
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
