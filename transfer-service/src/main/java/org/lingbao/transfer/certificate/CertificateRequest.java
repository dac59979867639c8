package org.lingbao.transfer.certificate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.lingbao.rules.value.Place;

/**
 * Asks for a certificate.
 *
 * @param place of enrollment, GB/T 2260
 */
record CertificateRequest(
        @NotNull @Pattern(regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        String personId,

        @NotNull @Pattern(regexp = "[0-9]{6}") String place) {

    UUID person() {
        return UUID.fromString(personId);
    }

    Place where() {
        return new Place(place);
    }
}
