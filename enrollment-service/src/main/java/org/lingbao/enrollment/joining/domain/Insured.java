package org.lingbao.enrollment.joining.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What this service itself knows about the person, whatever the application says.
 *
 * @param hukou household register (户籍地); null where it is not known
 * @param flexibleIn schemes with a live relation that the person pays
 * @param employedIn schemes with a live relation that an employer pays
 * @param employedUntil by scheme the last month that an employer pays, where it has ended
 */
public record Insured(
        LocalDate birthDate,
        Sex sex,
        @Nullable Place hukou,
        Set<Scheme> flexibleIn,
        Set<Scheme> employedIn,
        Map<Scheme, YearMonth> employedUntil) {
    public Insured {
        flexibleIn = Set.copyOf(flexibleIn);
        employedIn = Set.copyOf(employedIn);
        employedUntil = Map.copyOf(employedUntil);
    }
}
