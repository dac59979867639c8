package org.lingbao.contribution.resident;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Day;
import org.lingbao.asking.wire.Words;

/**
 * The document of which an agency's tables of a year are.
 *
 * @param province whose tables of tiers and subsidies
 * @param title of the document
 * @param number of it
 * @param published on which day
 */
record TableRequest(
        @NotNull @Pattern(regexp = "[0-9]{2}0000") @Nullable String province,
        @NotNull @Min(1000) @Max(9999) @Nullable Integer year,
        @NotNull @Words @Size(max = 200) @Nullable String title,
        @NotNull @Words @Size(max = 100) @Nullable String number,
        @NotNull @Day @Nullable String published) {

    LocalDate publishedOn() {
        return LocalDate.parse(requireNonNull(published));
    }
}
