package org.lingbao.rules.identity;

import java.time.LocalDate;
import java.util.List;
import org.lingbao.rules.value.Place;

/**
 * What a citizen's number (公民身份号码, GB 11643) or a residence card's number of the same form says about its holder, or why it is
 * none. The old forms of 15 characters are no longer numbers. The division is where the number was first given, not today's hukou.
 */
public sealed interface IdentityCheck {

    /** @param number normalised: a check digit x is written X */
    record Valid(String number, Kind kind, Sex sex, LocalDate birthDate, Place division) implements IdentityCheck {
        /** Without the number and the birth date: a log must not tell them. */
        @Override
        public String toString() {
            return "Valid[kind=" + kind + "]";
        }
    }

    /** @param reasons in the order of the checks; a later check is made only where the earlier ones hold */
    record Invalid(List<Reason> reasons) implements IdentityCheck {
        public Invalid {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Whose number it is. */
    enum Kind {
        /** 居民身份证, a citizen of the mainland. */
        RESIDENT,
        /** 港澳台居民居住证, a resident from Hong Kong, Macao or Taiwan. */
        HMT_RESIDENCE,
        /** 外国人永久居留身份证, the card of 2023. */
        FOREIGN_PERMANENT
    }

    /** Why it is no number. */
    enum Reason {
        /** Not 17 digits and a check digit. */
        FORMAT,
        /** The check digit does not fit: a digit was mistyped. */
        CHECK_DIGIT,
        /** No day of the calendar, or a day after the day of asking. */
        BIRTH_DATE
    }
}
