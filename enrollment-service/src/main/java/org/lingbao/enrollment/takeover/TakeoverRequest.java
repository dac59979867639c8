package org.lingbao.enrollment.takeover;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.lingbao.asking.wire.Words;

/**
 * Announces a file of persons and relations.
 *
 * @param area in which all its places of enrollment lie, GB/T 2260
 * @param origin which system kept them
 * @param parts into how many parts of at most 2,000 whole lines it is divided
 */
record TakeoverRequest(
        @NotNull @Pattern(regexp = "[1-9][0-9]{5}") String area,
        @NotNull @Words @Size(max = 100) String origin,
        @Min(1) @Max(100_000) int parts) {}
