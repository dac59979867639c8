package org.lingbao.transfer.exchange;

import java.security.SecureRandom;
import java.util.Base64;

/** Keeps a document that waits to be sent: encrypted to this cell itself, with the salt that its digest will always have. */
final class Sealing {
    private static final int SALT_BYTES = 16;

    private Sealing() {}

    /** A document with its salt. */
    record Content(String salt, String document) {
        /** It holds names and numbers. */
        @Override
        public String toString() {
            return "Content";
        }
    }

    static Content fresh(String document) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new Content(Base64.getUrlEncoder().withoutPadding().encodeToString(salt), document);
    }

    static String seal(Content content, Key own) {
        return Jose.encrypt(Wire.write(content), own);
    }

    /** @throws IllegalStateException when the key is no longer in {@code own.json} */
    static Content open(String sealed, OwnKeys own) {
        return Jose.decrypt(sealed, own)
                .flatMap(text -> Wire.read(text, Content.class))
                .orElseThrow(() -> new IllegalStateException(
                        "a letter that waits does not open: its encryption key must stay in own.json"));
    }
}
