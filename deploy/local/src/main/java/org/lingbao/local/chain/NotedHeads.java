package org.lingbao.local.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lingbao.local.part.PartFailed;

/** The seals of a cell's ledger that somebody noted while they were the last. Who writes a chain anew does not have them. */
public final class NotedHeads {
    /** As the service's log says it: its files can be given as they are. */
    private static final Pattern SENTENCE =
            Pattern.compile("the ledger of cell (\\d+) is sealed up to (\\d+) by ([0-9a-f]{64})");

    private final String cell;
    private final TreeMap<Long, String> seals = new TreeMap<>();

    private NotedHeads(String cell) {
        this.cell = cell;
    }

    public static NotedHeads none(String cell) {
        return new NotedHeads(cell);
    }

    /** All that the files have of a cell; a file that is not there has none. */
    public static NotedHeads of(String cell, List<Path> files) {
        var heads = new NotedHeads(cell);
        for (var file : files) {
            if (Files.exists(file)) {
                heads.read(file);
            }
        }
        return heads;
    }

    private void read(Path file) {
        try (var lines = Files.lines(file)) {
            lines.forEach(this::read);
        } catch (IOException e) {
            throw new PartFailed(file + " cannot be read.", e);
        }
    }

    private void read(String line) {
        var sentence = SENTENCE.matcher(line);
        if (sentence.find() && sentence.group(1).equals(cell)) {
            seals.put(Long.parseLong(sentence.group(2)), sentence.group(3));
        }
    }

    /** The seal that was noted at this position. */
    Optional<String> at(long position) {
        return Optional.ofNullable(seals.get(position));
    }

    /** The last one noted before a position, whose part of the chain it proves. */
    long lastBefore(long position) {
        var before = seals.lowerKey(position);
        return before == null ? 0 : before;
    }

    /** The first one noted after a position. */
    Optional<Map.Entry<Long, String>> after(long position) {
        return Optional.ofNullable(seals.higherEntry(position));
    }

    /** Notes one more at the end of a file, unless it is known. */
    public void note(long position, String seal, Path file) {
        if (position == 0 || seals.containsKey(position)) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    "the ledger of cell %s is sealed up to %d by %s%n".formatted(cell, position, seal),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new PartFailed(file + " cannot be written.", e);
        }
    }
}
