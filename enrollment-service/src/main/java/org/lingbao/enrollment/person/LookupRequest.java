package org.lingbao.enrollment.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Asks for the person with a number. It stands in a body, never in a path, so that no log keeps it. */
record LookupRequest(@NotBlank @Size(max = 32) String identityNumber) {

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "LookupRequest";
    }
}
