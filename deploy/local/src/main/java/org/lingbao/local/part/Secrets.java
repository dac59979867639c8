package org.lingbao.local.part;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random keys and passwords of one machine's stack; they never leave its data directory. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** Letters and digits only, so that it may stand in SQL, URLs and environments as it is. */
    public static String password() {
        return HexFormat.of().formatHex(bytes(16));
    }

    /**
     * Makes the keys a cell's services encrypt and index personal data with, unless they are there. One at a time: the
     * services of a cell start together, and two that made different keys could not read each other's data.
     */
    public static synchronized void cellKeys(Path directory) throws IOException {
        Files.createDirectories(directory);
        once(directory.resolve("encryption.keys"), "local-1 " + base64(32) + "\n");
        once(directory.resolve("index.key"), base64(32) + "\n");
    }

    private static void once(Path file, String content) throws IOException {
        if (!Files.exists(file)) {
            writePrivately(file, content);
        }
    }

    /** Writes a file that only its owner reads; it is whole or not there. */
    static void writePrivately(Path file, String content) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(unfinished, mine);
        Files.writeString(unfinished, content, US_ASCII, StandardOpenOption.WRITE);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String base64(int length) {
        return Base64.getEncoder().encodeToString(bytes(length));
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
