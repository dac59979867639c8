package org.lingbao.enrollment.contact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Confirmation;

/**
 * Changes the address to which letters go.
 *
 * @param channel code of the channel, see {@code GET /channels}
 * @param confirmation how the person confirmed, where a clerk acts for them
 */
record AddressRequest(
        @NotBlank @Size(max = 200) String address,
        @NotNull @Size(min = 1, max = 64) String channel,
        @Valid @Nullable Confirmation confirmation) {

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "AddressRequest";
    }
}
