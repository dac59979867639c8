package org.lingbao.enrollment.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a record came to be, as it is shown to its person.
 *
 * @param channel code of the registry; absent where the request named none
 * @param operatorPlace the clerk's organisation; absent where the person acted alone
 * @param confirmedBy by what the person confirmed what a clerk did; absent where the person acted alone, or where nothing had to be
 *     confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActView(
        By by,
        @Nullable String channel,
        @Nullable String operatorPlace,
        @Nullable String confirmedBy) {

    /** Who acted. */
    public enum By {
        /** The person alone (本人). */
        PERSON,
        /** A clerk for the person (帮办代办). */
        CLERK
    }

    static ActView of(String channel, @Nullable String operatorPlace, @Nullable String confirmedBy) {
        return new ActView(operatorPlace == null ? By.PERSON : By.CLERK, Via.told(channel), operatorPlace, confirmedBy);
    }
}
