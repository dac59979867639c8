package org.lingbao.enrollment.coverage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.lingbao.asking.wire.Day;

/**
 * Announces a population file.
 *
 * @param area of which it has everybody who should be insured
 * @param asOf the day of which it is
 * @param digest SHA-256 of the parts' SHA-256 in hexadecimal, written one after the other
 * @param parts into how many parts of at most a megabyte, of whole lines, it is divided
 */
record FeedRequest(
        @NotNull @Pattern(regexp = "[1-9][0-9]{5}([0-9]{3}){0,2}")
        String area,

        @NotNull @Day String asOf,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @Min(1) @Max(10_000) int parts) {}
