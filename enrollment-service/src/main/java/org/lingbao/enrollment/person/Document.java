package org.lingbao.enrollment.person;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.rules.identity.DocumentKind;

/**
 * An identity document (身份证件) by which a person is known.
 *
 * @param country of a passport, ISO 3166-1 alpha-3; null of all other kinds
 * @param number as the rules normalise it
 */
record Document(DocumentKind kind, @Nullable String country, IdentityNumber number) {

    /** Whether its number is told apart by itself: of the form of a citizen's number. */
    boolean isOfOneForm() {
        return switch (kind) {
            case RESIDENT, HMT_RESIDENCE, FOREIGN_PERMANENT -> true;
            case OLD_RESIDENT, OLD_FOREIGN_PERMANENT, HM_PERMIT, TW_PERMIT, PASSPORT -> false;
        };
    }

    /** What tells it from all other documents. */
    String whole() {
        return String.join("\n", kind.name(), country == null ? "" : country, number.reveal())
                .toUpperCase(Locale.ROOT);
    }
}
