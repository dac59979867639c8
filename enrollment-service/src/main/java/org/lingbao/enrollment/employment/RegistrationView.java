package org.lingbao.enrollment.employment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.enrollment.Category;

/**
 * An employment registration as answered.
 *
 * @param occupation code, see {@code GET /occupations}
 * @param form of the work
 * @param endedOn the business day on which another took its place; absent while it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationView(
        UUID registrationId,
        UUID personId,
        String occupation,
        String place,
        Category form,
        LocalDate registeredOn,
        @Nullable LocalDate endedOn) {}
