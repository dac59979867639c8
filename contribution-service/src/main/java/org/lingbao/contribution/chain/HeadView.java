package org.lingbao.contribution.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The last seal of the ledger: it stands for everything before it.
 *
 * @param position how many sets are sealed
 * @param seal SHA-256 in hexadecimal digits
 * @param sealedAt absent where nothing is sealed yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HeadView(
        String cell, long position, String seal, @Nullable OffsetDateTime sealedAt) {

    /** The seal before the first. */
    static String first(String origin) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(origin.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
