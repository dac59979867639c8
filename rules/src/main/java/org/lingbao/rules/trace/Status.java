package org.lingbao.rules.trace;

import java.util.Locale;

/** How sure a value is, from the surest to the least sure. A result is as sure as the least sure value that it rests on. */
public enum Status {
    /** Read in the published document, or in material that quotes it. */
    OFFICIAL,
    /** Computed from official values by the document's rule. */
    DERIVED,
    /** Plausible but not confirmed, in its value or in its day of publication: to be checked before anyone relies on it. */
    UNCERTAIN;

    /** As rule files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
