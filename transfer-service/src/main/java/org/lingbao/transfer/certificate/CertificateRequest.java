package org.lingbao.transfer.certificate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.lingbao.asking.Query;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
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

    /**
     * The request, if its place is one of this cell's.
     *
     * @throws ProblemException 400, with places that come close
     */
    CertificateRequest check(String cell) {
        Query.unknown(where(), "/place")
                .or(() -> Query.notServed(where(), cell, "/place"))
                .ifPresent(violation -> {
                    throw new ProblemException(Problem.malformed(violation));
                });
        return this;
    }
}
