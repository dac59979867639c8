package org.lingbao.transfer.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The fingerprint of a document under a random salt. Without the salt, which goes with the document and is dropped with
 * it, whoever has the log could find an identity number by trying.
 */
final class Digest {
    private static final Pattern FORM = Pattern.compile("sha-256:[A-Za-z0-9_-]{43}");
    private static final String NAME = "sha-256:";

    private Digest() {}

    static String of(String salt, String document) {
        var digest = sha256();
        digest.update(salt.getBytes(UTF_8));
        digest.update((byte) 0);
        return written(digest.digest(document.getBytes(UTF_8)));
    }

    /** The fingerprint of what came over the wire, by which a refusal says what it refuses. */
    static String of(String transmitted) {
        return written(sha256().digest(transmitted.getBytes(UTF_8)));
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    private static String written(byte[] bytes) {
        return NAME + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
