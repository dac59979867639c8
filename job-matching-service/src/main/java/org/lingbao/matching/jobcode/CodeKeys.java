package org.lingbao.matching.jobcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The keys of a cell's job codes: a JWK set (RFC 7517) of Ed25519 keys with their private halves. The first one signs; the
 * others verify what they signed before, so that keys can change while codes are out.
 */
record CodeKeys(List<PublicJsonWebKey> keys) {
    CodeKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalStateException("lingbao.job-code.keys names a file without a key");
        }
    }

    static CodeKeys read(Path file) {
        try {
            return new CodeKeys(new JsonWebKeySet(Files.readString(file, UTF_8))
                    .getJsonWebKeys().stream()
                            .filter(PublicJsonWebKey.class::isInstance)
                            .map(PublicJsonWebKey.class::cast)
                            .toList());
        } catch (JoseException e) {
            throw new IllegalStateException(file + " is no JWK set", e);
        } catch (IOException e) {
            throw new UncheckedIOException("lingbao.job-code.keys must name a readable file, not " + file, e);
        }
    }

    PublicJsonWebKey signing() {
        return keys.getFirst();
    }

    Optional<PublicJsonWebKey> named(String kid) {
        return keys.stream().filter(key -> kid.equals(key.getKeyId())).findFirst();
    }

    Map<String, Object> published() {
        return Map.of(
                "keys",
                keys.stream()
                        .map(key -> key.toParams(OutputControlLevel.PUBLIC_ONLY))
                        .toList());
    }

    /** Private halves stay out of logs. */
    @Override
    public String toString() {
        return "CodeKeys";
    }
}
