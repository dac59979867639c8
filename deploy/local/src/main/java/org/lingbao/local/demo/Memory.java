package org.lingbao.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.lingbao.local.part.PartFailed;

/**
 * What the story has chosen and learnt, on disk before it is used: a key that is saved before its request is sent is the
 * same key after a crash, so telling the story again changes nothing that was done.
 */
final class Memory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, String> known;

    private Memory(Path file, Map<String, String> known) {
        this.file = file;
        this.known = known;
    }

    /** A new story. */
    static Memory fresh(Path file) {
        var memory = new Memory(file, new TreeMap<>());
        memory.save();
        return memory;
    }

    /** The last story. */
    static Memory resume(Path file) {
        if (!Files.exists(file)) {
            throw new PartFailed("There is no story to go on with in " + file + "; ./lingbao demo begins one.");
        }
        try {
            return new Memory(file, JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {}));
        } catch (IOException e) {
            throw new PartFailed(file + " cannot be read; ./lingbao demo begins a new story.", e);
        }
    }

    /** Chooses a value the first time; later, also after a crash, it is the same. */
    String once(String name, Supplier<String> choose) {
        var value = known.get(name);
        if (value == null) {
            value = choose.get();
            known.put(name, value);
            save();
        }
        return value;
    }

    /** The idempotency key of a command, the same after a crash. */
    String key(String command) {
        return once("key." + command, () -> UUID.randomUUID().toString());
    }

    /** What was chosen or learnt before. */
    String known(String name) {
        return once(name, () -> {
            throw new IllegalStateException("nothing is known of " + name);
        });
    }

    /** Notes what a service said; it must never say anything else. */
    String same(String name, String value) {
        var before = once(name, () -> value);
        if (!before.equals(value)) {
            throw new NotAsItShouldBe("The " + name + " was " + before + " and is now " + value + ".");
        }
        return value;
    }

    private void save() {
        try {
            var unfinished = file.resolveSibling(file.getFileName() + ".new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), known);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
