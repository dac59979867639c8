package org.lingbao.enrollment.standing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An employer's declaration of a hire (用工登记).
 *
 * @param identityNumber social security number (社会保障号码), 18 characters
 * @param name as on the document
 * @param place where the work is, GB/T 2260
 * @param startsOn the first day
 */
record HireRequest(
        @NotBlank @Size(max = 32) String identityNumber,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = "[0-9]{6}") String place,
        @NotNull LocalDate startsOn) {

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "HireRequest";
    }
}
