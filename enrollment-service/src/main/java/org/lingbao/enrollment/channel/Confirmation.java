package org.lingbao.enrollment.channel;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lingbao.asking.wire.OneOf;

/**
 * How a person who is served at a counter confirmed what a clerk does for them (本人确认).
 *
 * @param kind CARD, PIN or FACE
 * @param reference of the reader's or recogniser's record; it names a transaction, never a person
 */
public record Confirmation(
        @NotNull @OneOf(Kind.class) @Schema(implementation = Kind.class)
        String kind,

        @NotNull @Pattern(regexp = FORM) String reference) {
    /** Letters, a dash and how the device counts: neither a person's number nor a phone is of this form. */
    private static final String FORM = "(?!.*[0-9]{11})[A-Z]{2,8}-[0-9A-Za-z-]{4,48}";

    /** By what. */
    public enum Kind {
        /** The social security card was read (社保卡). */
        CARD,
        /** The card's PIN was entered (密码). */
        PIN,
        /** The face was recognised (人脸识别). */
        FACE
    }
}
