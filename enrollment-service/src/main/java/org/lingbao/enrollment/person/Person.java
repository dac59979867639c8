package org.lingbao.enrollment.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.PersonName;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;

/**
 * What other features of this service may know of a person: never the number or the phone.
 *
 * @param name shows itself masked
 * @param hukou household register (户籍地); null while only an employer has named the person
 */
public record Person(
        UUID id,
        PersonName name,
        LocalDate birthDate,
        Sex sex,
        @Nullable Place hukou) {}
