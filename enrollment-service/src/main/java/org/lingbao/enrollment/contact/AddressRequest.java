package org.lingbao.enrollment.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Changes the address to which letters go. */
record AddressRequest(@NotBlank @Size(max = 200) String address) {

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "AddressRequest";
    }
}
