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
     * @param organization GB/T 2260 code, six digits
     */
    record Subtree(String organization) implements AccessScope {

        static final Pattern FORM = Pattern.compile("[1-9]\\d{5}");

        public Subtree {
            if (!FORM.matcher(organization).matches()) {
                throw new IllegalArgumentException("an organisation is a six-digit code");
            }
        }

        /**
         * The codes of the subtree begin with this: all of {@code 370000} with 37, of {@code 370700} with 3707; for use
         * with {@code starts_with} in a condition.
         */
        public String prefix() {
            return organization.replaceFirst("(00)+$", "");
        }
    }

    /** What a partner bank's client may see, wherever a query has a rule for it; elsewhere nothing. */
    record Partner(String bank, @Nullable String terminal) implements AccessScope {}

    /** All of the cell, for those who run or check it. */
    record Everything() implements AccessScope {}
}
