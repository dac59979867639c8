package org.lingbao.local.part;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;

/** The keys that sign a cell's job codes: a JWK set with one key (Ed25519). */
public final class JobCodeKeys {
    private static final String FILE = "job-code.json";

    private JobCodeKeys() {}

    /** Makes the key that is not there, beside the cell's others. @return the file */
    public static Path make(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            Secrets.writePrivately(file, new ObjectMapper().writeValueAsString(Map.of("keys", List.of(key()))));
        }
        return file;
    }

    private static Map<String, Object> key() {
        try {
            var jwk = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            jwk.setAlgorithm("EdDSA");
            jwk.setUse("sig");
            jwk.setKeyId("job-code-" + Secrets.password().substring(0, 8));
            return jwk.toParams(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("this JDK has no Ed25519", e);
        }
    }
}
