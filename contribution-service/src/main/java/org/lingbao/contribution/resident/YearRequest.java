package org.lingbao.contribution.resident;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Year;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.rules.value.Money;

/**
 * By which tier a resident wants to pay a year.
 *
 * @param tier in yuan a year
 */
record YearRequest(
        @NotNull @Id @Nullable String personId,
        @NotNull @Min(1000) @Max(9999) @Nullable Integer year,
        @NotNull @Yuan @Nullable String tier) {

    Wish toWish() {
        return new Wish(
                UUID.fromString(requireNonNull(personId)),
                Year.of(requireNonNull(year)),
                Money.yuan(requireNonNull(tier)));
    }

    /** The request, read. */
    record Wish(UUID person, Year year, Money tier) {}
}
