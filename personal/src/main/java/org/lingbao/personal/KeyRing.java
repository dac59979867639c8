package org.lingbao.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cell's keys, as files of a folder that production mounts from a Secret: {@code encryption.keys} with a line
 * {@code <key id> <base64 of 32 bytes>} per key, the first of which seals and all of which open; {@code index.key} with
 * the key of the blind index, which never changes while the index is in use.
 */
final class KeyRing {
    private static final int KEY_BYTES = 32;
    private static final int LONGEST_ID = 100;

    private final Map<String, SecretKey> encryption;
    private final SecretKey index;

    private KeyRing(Map<String, SecretKey> encryption, SecretKey index) {
        this.encryption = encryption;
        this.index = index;
    }

    static KeyRing read(Path folder) {
        try {
            var keys = new LinkedHashMap<String, SecretKey>();
            for (var line : Files.readAllLines(folder.resolve("encryption.keys"), UTF_8)) {
                if (!line.isBlank()) {
                    var words = line.strip().split(" +", 2);
                    if (words.length != 2 || words[0].length() > LONGEST_ID) {
                        throw new IllegalStateException("encryption.keys needs lines of: key id, blank, base64 key");
                    }
                    keys.put(words[0], key(words[1], "AES"));
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException("encryption.keys in " + folder + " has no key");
            }
            return new KeyRing(keys, key(Files.readString(folder.resolve("index.key"), UTF_8), "HmacSHA256"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the keys of this cell cannot be read: lingbao.keys must name a folder with encryption.keys and"
                            + " index.key, and now is " + folder,
                    e);
        }
    }

    String activeId() {
        return encryption.keySet().iterator().next();
    }

    SecretKey encryption(String id) {
        var key = encryption.get(id);
        if (key == null) {
            throw new IllegalStateException("sealed with the key " + id + ", which encryption.keys does not have");
        }
        return key;
    }

    SecretKey index() {
        return index;
    }

    private static SecretKey key(String base64, String algorithm) {
        var bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("a key has " + KEY_BYTES + " bytes, this one " + bytes.length);
        }
        return new SecretKeySpec(bytes, algorithm);
    }
}
