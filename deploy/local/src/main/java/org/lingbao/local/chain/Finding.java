package org.lingbao.local.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that the chain does not prove.
 *
 * @param line of the file
 * @param position of the link; absent where there is none
 * @param entrySetId the set that it is about
 * @param what in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        long line,
        Kind kind,
        @Nullable Long position,
        @Nullable String entrySetId,
        String what) {

    /** What is wrong. */
    public enum Kind {
        /** A line is not what an export has. */
        NOT_A_LINE,
        /** The export is another cell's, or does not begin where a chain or a noted seal does. */
        BEGINNING_DIFFERS,
        /** Positions do not follow each other: links were taken out or put elsewhere. */
        LINK_MISSING,
        /** There is no entry set of the id that was sealed. */
        SET_REMOVED,
        /** The entry set is not what was sealed. */
        SET_ALTERED,
        /** An entry set stands among the sealed ones and has no seal. */
        SET_INSERTED,
        /** The entries of a set do not sum to zero. */
        SET_NOT_ZERO,
        /** The seal is not the one that was noted: the chain was written anew. */
        HEAD_DIFFERS,
        /** A seal was noted beyond the end: the chain was cut off. */
        HEAD_MISSING
    }

    @Override
    public String toString() {
        return "%d: %s: %s".formatted(line, kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), what);
    }
}
