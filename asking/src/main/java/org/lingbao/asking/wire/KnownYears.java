package org.lingbao.asking.wire;

import java.time.DateTimeException;
import java.util.function.IntSupplier;

/** The years of this and the last century: those that every store can hold. */
final class KnownYears {
    private static final int FIRST = 1900;
    private static final int LAST = 2099;

    private KnownYears() {}

    /** Whether a text is a date of one of them. @param year reads it as it will be read later */
    static boolean have(IntSupplier year) {
        try {
            var read = year.getAsInt();
            return read >= FIRST && read <= LAST;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
