package org.lingbao.enrollment.contact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Changes the phone. */
record PhoneRequest(
        @NotNull @Pattern(regexp = "\\+?[0-9]{7,15}") String phone) {

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "PhoneRequest";
    }
}
