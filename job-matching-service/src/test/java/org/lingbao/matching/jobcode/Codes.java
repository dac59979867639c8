package org.lingbao.matching.jobcode;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Codes that no employer would show. */
public final class Codes {
    private static final String ISSUER = "lingbao:job-matching:37";
    private static final int MINUTE = 60;

    private Codes() {}

    /** One of the service's own that ended a second ago. */
    public static String expired(JobCode.Use use, UUID gig) {
        var now = Instant.now();
        return CodeJws.sign(ISSUER, code(use, gig, now.minusSeconds(1)), now.minusSeconds(MINUTE), own());
    }

    /** Signed by somebody else under the service's key id. */
    public static String forged(JobCode.Use use, UUID gig) {
        try {
            PublicJsonWebKey key = OkpJwkGenerator.generateJwk("Ed25519");
            key.setKeyId(own().getKeyId());
            var now = Instant.now();
            return CodeJws.sign(ISSUER, code(use, gig, now.plusSeconds(MINUTE)), now, key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by the service's key for another cell. */
    public static String ofAnotherCell(JobCode.Use use, UUID gig) {
        var now = Instant.now();
        return CodeJws.sign("lingbao:job-matching:21", code(use, gig, now.plusSeconds(MINUTE)), now, own());
    }

    private static JobCode code(JobCode.Use use, UUID gig, Instant expires) {
        return new JobCode(UUID.randomUUID(), use, gig, null, expires);
    }

    private static PublicJsonWebKey own() {
        var file = ConfigProvider.getConfig().getValue("lingbao.job-code.keys", String.class);
        return CodeKeys.read(Path.of(file)).signing();
    }
}
