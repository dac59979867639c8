package org.lingbao.enrollment.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.identity.Sex;

/**
 * Who a person is, for another service of the cell: the only answer that tells number and name whole.
 *
 * @param identityNumber social security number (社会保障号码)
 * @param name as on the document
 * @param hukou household register (户籍地), GB/T 2260; null while only an employer has named the person
 */
record IdentityView(
        String identityNumber,
        String name,
        LocalDate birthDate,
        Sex sex,
        @Nullable String hukou) {

    /** Tells nothing: an answer may end up in a log. */
    @Override
    public String toString() {
        return "IdentityView";
    }
}
