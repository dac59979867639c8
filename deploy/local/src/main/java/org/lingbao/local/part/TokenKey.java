package org.lingbao.local.part;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The key that signs tokens (RS256). It is kept in a file, so that tokens outlive a restart of the issuer. */
public final class TokenKey {
    private static final int BITS = 2048;

    private final RsaJsonWebKey key;

    private TokenKey(RsaJsonWebKey key) {
        this.key = key;
    }

    /** Reads the key; makes it when the file is not there. */
    public static TokenKey at(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Secrets.writePrivately(file, random().key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            return new TokenKey(new RsaJsonWebKey(JsonUtil.parseJson(Files.readString(file, US_ASCII))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the issuer's key in " + file, e);
        } catch (JoseException e) {
            throw new PartFailed(
                    "The issuer's key in " + file + " cannot be read; delete the file to get a new one.", e);
        }
    }

    /** A key that no service trusts. */
    public static TokenKey random() {
        try {
            var key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId("local-" + Secrets.password().substring(0, 8));
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            return new TokenKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    /** This key under the name of another one: a forger's. */
    public TokenKey named(TokenKey other) {
        key.setKeyId(other.key.getKeyId());
        return this;
    }

    /** The public half, as a JWKS has it. */
    public Map<String, Object> publicKey() {
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    /** A compact signed token. */
    public String sign(JwtClaims claims) {
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}
