package org.lingbao.enrollment.organisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.lingbao.asking.wire.Day;
import org.lingbao.asking.wire.Words;

/**
 * Asks to take an employer (企业) into the tree.
 *
 * @param code unified social credit code (统一社会信用代码)
 * @param parent under which city, county, town or community
 * @param from the first day
 */
record EmployerRequest(
        @NotNull @Pattern(regexp = "[0-9A-Z]{18}") String code,
        @NotNull @Words @Size(max = 100) String name,
        @NotNull @Pattern(regexp = "[0-9A-Z]{6,18}") String parent,
        @NotNull @Day String from) {}
