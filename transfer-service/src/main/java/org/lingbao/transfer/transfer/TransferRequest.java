package org.lingbao.transfer.transfer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Place;

/**
 * An application to move the relation here (转移接续申请).
 *
 * @param personId whose relation
 * @param oldPlace where it is (原参保地), GB/T 2260
 * @param newPlace where the person pays now (新参保地)
 * @param posted whether the move is a posting approved by an organisation or labour department (组织调动)
 * @param statements what the person states; it is asked, never assumed
 */
record TransferRequest(
        @NotNull @Pattern(regexp = UUID_FORM) String personId,
        @NotNull @Pattern(regexp = PLACE_FORM) String oldPlace,
        @NotNull @Pattern(regexp = PLACE_FORM) String newPlace,
        @Nullable Boolean posted,
        @NotNull @Valid Statements statements) {
    private static final String PLACE_FORM = "[0-9]{6}";
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** @param drawingPension draws a basic pension somewhere */
    record Statements(@NotNull Boolean drawingPension) {}

    /** The request, read. */
    record Application(UUID person, Place oldPlace, Place newPlace, boolean posted, boolean drawingPension) {}

    /**
     * The application, if its places are known and the new one is of this cell.
     *
     * @throws ProblemException 400 with all that is wrong
     */
    Application toApplication(String cell) {
        var from = new Place(oldPlace);
        var to = new Place(newPlace);
        var violations = new ArrayList<Violation>();
        Query.unknown(from, "/oldPlace").ifPresent(violations::add);
        Query.unknown(to, "/newPlace").ifPresent(violations::add);
        if (violations.isEmpty()) {
            Query.notServed(to, cell, "/newPlace").ifPresent(violations::add);
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.malformed(violations));
        }
        return new Application(
                UUID.fromString(personId), from, to, Boolean.TRUE.equals(posted), statements.drawingPension());
    }
}
