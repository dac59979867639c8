package org.lingbao.transfer.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.rules.identity.Sex;

/**
 * What the law of transfer asks about a person, and the number by which another province knows the same person.
 *
 * @param identityNumber the social security number (社会保障号码)
 * @param name as on the document
 * @param hukou the code of the place of the household register; null for residents of Hong Kong, Macao and Taiwan
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Identity(
        IdentityNumber identityNumber,
        PersonName name,
        LocalDate birthDate,
        Sex sex,
        @Nullable String hukou) {

    /** Kept out of logs. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
