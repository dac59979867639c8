package org.lingbao.enrollment.joining.domain;

import java.time.LocalDate;
import java.util.Set;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What this service itself knows about the person, whatever the application says.
 *
 * @param hukou household register (户籍地)
 * @param flexibleIn schemes with a live relation that the person pays
 * @param employedIn schemes with a live relation that an employer pays
 */
public record Insured(LocalDate birthDate, Sex sex, Place hukou, Set<Scheme> flexibleIn, Set<Scheme> employedIn) {
    public Insured {
        flexibleIn = Set.copyOf(flexibleIn);
        employedIn = Set.copyOf(employedIn);
    }
}
