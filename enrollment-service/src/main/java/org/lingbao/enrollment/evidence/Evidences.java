package org.lingbao.enrollment.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.enrollment.evidence.domain.Kind;
import org.lingbao.enrollment.evidence.domain.Proof;
import org.lingbao.rules.value.Place;

/** The papers, for the other features. It joins the caller's session and transaction and opens none of its own. */
@ApplicationScoped
public class Evidences {
    /** Those that were recorded under a merged number, too. */
    private static final String OF_PERSON =
            "(personId = ?1 or personId in (select merged.id from PersonRow merged where merged.survivorId = ?1)) and kind = ?2";

    /** Whether a person, whom the caller has already found within what may be seen, has a paper of the kind that holds at a place on a day. */
    public Uni<Proof> of(UUID person, Kind kind, Place place, LocalDate day) {
        return EvidenceRow.<EvidenceRow>list(OF_PERSON, person, kind)
                .map(rows -> Proof.of(rows.stream().map(EvidenceRow::paper).toList(), kind, place, day));
    }
}
