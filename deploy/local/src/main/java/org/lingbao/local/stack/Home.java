package org.lingbao.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.lingbao.local.part.PartFailed;

/**
 * Everything a stack writes is below one directory.
 *
 * @param path {@code .lingbao} beside the script, or {@code LINGBAO_HOME}
 * @param root the checkout with the built services
 */
public record Home(Path path, Path root) {
    private static final long ROOM_BYTES = 512L * 1024 * 1024;

    public Path data(String part) {
        return path.resolve("data").resolve(part);
    }

    /** Unpacked programs; they are nobody's data and stay when everything is forgotten. */
    public Path program() {
        return path.resolve("program");
    }

    public Path log(String part) {
        return path.resolve("log").resolve(part + ".log");
    }

    public Path keys(Cell cell) {
        return path.resolve("keys").resolve(Integer.toString(cell.number()));
    }

    /** With which the cell writes to other cells, and whom it trusts. */
    public Path exchangeKeys(Cell cell) {
        return keys(cell).resolve("exchange");
    }

    /** What was fetched from a cell for others to look at. */
    public Path export(String file) {
        return path.resolve("export").resolve(file);
    }

    public Path run(String file) {
        return path.resolve("run").resolve(file);
    }

    /** What the supervisor last said about itself. */
    public Path report() {
        return run("stack.json");
    }

    /** What the launcher asks a running supervisor for. */
    public Path request() {
        return run("request");
    }

    /** Where the demo was. */
    public Path story() {
        return path.resolve("demo.json");
    }

    /** Makes the directories and sees that there is room for PostgreSQL and Kafka. */
    public void prepare() {
        try {
            for (var directory : List.of("data", "log", "keys", "run", "program")) {
                Files.createDirectories(path.resolve(directory));
            }
            var room = Files.getFileStore(path).getUsableSpace();
            if (room < ROOM_BYTES) {
                throw new PartFailed("The disk of " + path + " has " + room / (1024 * 1024) + " MB left and PostgreSQL"
                        + " and Kafka need 512 MB; free some, or set LINGBAO_HOME to a directory on another disk.");
            }
        } catch (IOException e) {
            throw new PartFailed(
                    "Cannot write to " + path + " (" + reason(e)
                            + "); make it writable, or set LINGBAO_HOME to another directory.",
                    e);
        }
    }

    /** Forgets everything: data, keys, logs and the story. */
    public void erase() {
        for (var part : List.of("data", "log", "keys", "run", "export", "demo.json")) {
            delete(path.resolve(part));
        }
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + tree, e);
        }
    }

    private static String reason(IOException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
