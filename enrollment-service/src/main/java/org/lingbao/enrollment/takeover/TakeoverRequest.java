package org.lingbao.enrollment.takeover;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Announces a file of persons and relations.
 *
 * @param area in which all its places of enrollment lie, GB/T 2260
 * @param origin which system kept them, by a code such as WF-SOCIAL-2019: capital letters and digits, in words of at most eight, so
 *     that nobody's number or name gets in
 * @param parts into how many parts of at most 2,000 whole lines it is divided
 */
record TakeoverRequest(
        @NotNull @Pattern(regexp = "[1-9][0-9]{5}") String area,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9]{0,7}(-[A-Z0-9]{1,8}){0,4}")
        String origin,

        @Min(1) @Max(100_000) int parts) {}
