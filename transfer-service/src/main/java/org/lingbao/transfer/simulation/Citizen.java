package org.lingbao.transfer.simulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Subject;

/**
 * Somebody who moves about.
 *
 * @param ids one for each cell, by its province
 * @param drawing whether already drawing a pension
 */
record Citizen(Subject subject, Map<Place, PersonId> ids, Place hukou, LocalDate birthDate, Sex sex, boolean drawing) {

    PersonId in(Place province) {
        return Objects.requireNonNull(ids.get(province));
    }
}
