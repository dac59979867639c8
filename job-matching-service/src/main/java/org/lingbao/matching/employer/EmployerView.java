package org.lingbao.matching.employer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.PhoneNumber;

/** An employer, to itself. @param contact masked */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EmployerView(
        UUID employerId,
        String kind,
        @Nullable String creditCode,
        @Nullable String name,
        @Nullable PhoneNumber contact,
        LocalDate registeredOn) {}
