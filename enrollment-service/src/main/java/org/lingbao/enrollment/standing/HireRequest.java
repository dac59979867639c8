package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Scheme;

/**
 * An employer's declaration of a hire (用工登记).
 *
 * @param identityNumber social security number (社会保障号码), 18 characters
 * @param name as on the document
 * @param place where the work is, GB/T 2260
 * @param startsOn the first day
 * @param schemes in which the employer insures the person: EMPLOYEE, INJURY, or both; absent: EMPLOYEE
 * @param partTime whether the person works by the hour (非全日制); absent: no
 */
@JsonInclude(JsonInclude.Include.NON_NULL) // a key's earlier request without it stays the same request
record HireRequest(
        @NotBlank @Size(max = 32) String identityNumber,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = "[0-9]{6}") String place,
        @NotNull LocalDate startsOn,
        @Nullable Set<Scheme> schemes,
        @Nullable Boolean partTime) {

    private static final Set<Scheme> BY_EMPLOYERS = Set.of(Scheme.EMPLOYEE, Scheme.INJURY);

    /** In one order: the same schemes are the same request, whichever process reads it. */
    HireRequest {
        schemes = schemes == null ? null : Collections.unmodifiableSet(new TreeSet<>(schemes));
    }

    @JsonIgnore
    @AssertTrue(message = "EMPLOYEE, INJURY, or both")
    boolean isInsuredByEmployers() {
        return schemes == null || !schemes.isEmpty() && BY_EMPLOYERS.containsAll(schemes);
    }

    Set<Scheme> insured() {
        return schemes == null ? Set.of(Scheme.EMPLOYEE) : schemes;
    }

    boolean worksByTheHour() {
        return Boolean.TRUE.equals(partTime);
    }

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "HireRequest";
    }
}
