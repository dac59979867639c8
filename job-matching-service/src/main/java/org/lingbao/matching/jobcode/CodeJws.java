package org.lingbao.matching.jobcode;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** A job code as a compact JWS (RFC 7515) with EdDSA. Another algorithm or another kind of token is never taken. */
final class CodeJws {
    private static final String TYPE = "job-code+jwt";
    private static final String USE = "use";
    private static final String GIG = "gig";
    private static final String ENGAGEMENT = "engagement";
    private static final AlgorithmConstraints ONLY_EDDSA =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private CodeJws() {}

    static String sign(String issuer, JobCode code, Instant now, PublicJsonWebKey key) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setJwtId(code.id().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(code.expires().getEpochSecond()));
        claims.setClaim(USE, code.use().name().toLowerCase(Locale.ROOT));
        claims.setClaim(GIG, code.gig().toString());
        if (code.engagement() != null) {
            claims.setClaim(ENGAGEMENT, code.engagement().toString());
        }
        var signature = new JsonWebSignature();
        signature.setHeader("typ", TYPE);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a job code", e);
        }
    }

    /** What somebody's text claims. */
    sealed interface Claims {
        record Trusted(JobCode code) implements Claims {}

        record Untrusted() implements Claims {}
    }

    /** Nothing, when it is not of this form. */
    static Optional<Claims> claims(String compact, CodeKeys keys, String issuer) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(ONLY_EDDSA);
            signature.setCompactSerialization(compact);
            if (!TYPE.equals(signature.getHeader("typ"))) {
                return Optional.empty();
            }
            var key = keys.named(String.valueOf(signature.getKeyIdHeaderValue()));
            if (key.isEmpty() || !verifies(signature, key.get())) {
                return Optional.of(new Claims.Untrusted());
            }
            var claims = JwtClaims.parse(signature.getPayload());
            return Optional.of(
                    issuer.equals(claims.getIssuer()) ? new Claims.Trusted(code(claims)) : new Claims.Untrusted());
        } catch (JoseException | InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean verifies(JsonWebSignature signature, PublicJsonWebKey key) {
        try {
            signature.setKey(key.getPublicKey());
            return signature.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }

    private static JobCode code(JwtClaims claims) throws MalformedClaimException {
        var engagement = claims.getStringClaimValue(ENGAGEMENT);
        return new JobCode(
                UUID.fromString(claims.getJwtId()),
                JobCode.Use.valueOf(claims.getStringClaimValue(USE).toUpperCase(Locale.ROOT)),
                UUID.fromString(claims.getStringClaimValue(GIG)),
                engagement == null ? null : UUID.fromString(engagement),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }
}
