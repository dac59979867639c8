package org.lingbao.transfer.exchange;

import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Signs, verifies, encrypts and decrypts (JWS and JWE, compact). The algorithm is the one of the key, never the one that
 * a stranger's header asks for. Another one, such as SM2 with SM3, is added here and stands in the keys.
 */
final class Jose {
    private static final Set<String> SIGNATURES =
            Set.of(AlgorithmIdentifiers.EDDSA, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    private static final Set<String> AGREEMENTS = Set.of(KeyManagementAlgorithmIdentifiers.ECDH_ES);
    private static final AlgorithmConstraints CONTENT =
            new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    private Jose() {}

    static String sign(String type, String payload, Key key) {
        try {
            var signature = new JsonWebSignature();
            signature.setHeader(HeaderParameterNames.TYPE, type);
            signature.setKeyIdHeaderValue(key.kid());
            signature.setAlgorithmHeaderValue(known(SIGNATURES, key));
            signature.setPayload(payload);
            signature.setKey(jwk(key).getPrivateKey());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign with " + key, e);
        }
    }

    /** What somebody claims to have signed, and with which key. */
    record Claim(String type, String kid, String payload) {}

    static Optional<Claim> claim(String compact) {
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(compact);
            var type = signature.getHeader(HeaderParameterNames.TYPE);
            var kid = signature.getKeyIdHeaderValue();
            return type == null || kid == null
                    ? Optional.empty()
                    : Optional.of(new Claim(type, kid, signature.getUnverifiedPayload()));
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    static boolean verifies(String compact, Key key) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, known(SIGNATURES, key)));
            signature.setCompactSerialization(compact);
            signature.setKey(jwk(key).getPublicKey());
            return signature.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }

    static String encrypt(String payload, Key key) {
        try {
            var encryption = new JsonWebEncryption();
            encryption.setKeyIdHeaderValue(key.kid());
            encryption.setAlgorithmHeaderValue(known(AGREEMENTS, key));
            encryption.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            encryption.setPayload(payload);
            encryption.setKey(jwk(key).getPublicKey());
            return encryption.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot encrypt to " + key, e);
        }
    }

    /** Nothing, when it is not encrypted to one of these keys, or was changed. Compressed content is not taken. */
    static Optional<String> decrypt(String compact, OwnKeys own) {
        try {
            var encryption = new JsonWebEncryption();
            encryption.setCompactSerialization(compact);
            var key = own.encryption(String.valueOf(encryption.getKeyIdHeaderValue()));
            if (key.isEmpty() || compressed(encryption.getHeader(HeaderParameterNames.ZIP))) {
                return Optional.empty();
            }
            encryption.setAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, known(AGREEMENTS, key.get())));
            encryption.setContentEncryptionAlgorithmConstraints(CONTENT);
            encryption.setKey(jwk(key.get()).getPrivateKey());
            return Optional.of(encryption.getPayload());
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    private static boolean compressed(@Nullable String header) {
        return header != null;
    }

    private static PublicJsonWebKey jwk(Key key) throws JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(key.jwk());
    }

    private static String known(Set<String> algorithms, Key key) throws JoseException {
        if (!algorithms.contains(key.algorithm())) {
            throw new JoseException("the key " + key + " is for " + key.algorithm());
        }
        return key.algorithm();
    }
}
