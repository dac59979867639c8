package org.lingbao.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** New identifiers. A random source is made where it is used, so that no native image carries a frozen one. */
public final class Ids {
    private static final int CODE_BYTES = 16;

    private Ids() {}

    /** A UUID of version 7: unique, and ordered by time so that rows written together lie together. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * A verification code (验证码) for a paper: the letter of the service that answers for it and 128 random bits, so
     * that a code cannot be guessed from another.
     *
     * @param service the letter of the service, such as {@code E}
     */
    public static String verificationCode(char service) {
        var bits = new byte[CODE_BYTES];
        new SecureRandom().nextBytes(bits);
        return service + HexFormat.of().formatHex(bits).toUpperCase(Locale.ROOT);
    }
}
