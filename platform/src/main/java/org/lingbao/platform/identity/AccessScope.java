package org.lingbao.platform.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose data a caller may see. It goes into the condition of every query: what is outside of it is not there. */
public sealed interface AccessScope {

    /** A person's own data, by the link between login and person. */
    record Own(String issuer, String subject) implements AccessScope {}

    /**
     * The data of an area and all below it.
     *
     * @param organization GB/T 2260 code, six digits; nine of a town (镇街), twelve of a community (社区)
     */
    record Subtree(String organization) implements AccessScope {

        static final Pattern FORM = Pattern.compile("[1-9]\\d{5}(\\d{3}){0,2}");

        private static final int DIGITS_OF_A_PLACE = 6;

        public Subtree {
            if (!FORM.matcher(organization).matches()) {
                throw new IllegalArgumentException("an organisation is a code of six, nine or twelve digits");
            }
        }

        /**
         * The codes of six digits in the subtree begin with this: all of {@code 370000} with 37, of {@code 370700} with 3707; for
         * use with {@code starts_with} in a condition. Of a town or community it is the whole code, with which no code of six
         * digits begins.
         */
        public String prefix() {
            return organization.length() > DIGITS_OF_A_PLACE ? organization : organization.replaceFirst("(00)+$", "");
        }

        /** The GB/T 2260 code that the code of the organisation begins with: its own, or its county's when it was given. */
        public String place() {
            return organization.substring(0, DIGITS_OF_A_PLACE);
        }
    }

    /** What a partner bank's client may see, wherever a query has a rule for it; elsewhere nothing. */
    record Partner(String bank, @Nullable String terminal) implements AccessScope {}

    /** All of the cell, for those who run or check it. */
    record Everything() implements AccessScope {}
}
