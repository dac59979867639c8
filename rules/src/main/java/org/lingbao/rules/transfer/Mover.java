package org.lingbao.rules.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;

/**
 * A person with a relation in one place who pays in another.
 *
 * @param hukou the place of the household register (户籍地); null for residents of Hong Kong, Macao and Taiwan, who have none
 * @param newPlace where the person pays now (新参保地)
 * @param relationPlace where the relation is (原参保地)
 * @param firstPaidOn the day of the first payment in the new place
 * @param posted whether the move is a posting approved by an organisation or labour department (组织调动)
 * @param drawingPension whether the person already draws a pension
 * @throws IllegalArgumentException for a payment before the birth
 */
public record Mover(
        @Nullable Place hukou,
        Place newPlace,
        Place relationPlace,
        LocalDate birthDate,
        Sex sex,
        LocalDate firstPaidOn,
        boolean posted,
        boolean drawingPension) {
    public Mover {
        if (firstPaidOn.isBefore(birthDate)) {
            throw new IllegalArgumentException("paid before the birth");
        }
    }

    boolean staysInProvince() {
        return newPlace.province().equals(relationPlace.province());
    }

    boolean returnsToHukouProvince() {
        return hukou != null && newPlace.province().equals(hukou.province());
    }

    /** Kept out of logs: only what is no personal detail. */
    @Override
    public String toString() {
        return "Mover[newPlace=" + newPlace + ", relationPlace=" + relationPlace + "]";
    }
}
