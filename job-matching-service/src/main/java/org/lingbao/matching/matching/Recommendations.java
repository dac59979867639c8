package org.lingbao.matching.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.gig.GigView;
import org.lingbao.matching.wire.Pay;

/** What is recommended, the best first. */
final class Recommendations {
    private Recommendations() {}

    /** Gigs for a worker. @param on the worker's own switch: off, there are none */
    record ForWorker(boolean on, List<GigMatch> recommendations) {}

    record GigMatch(GigView gig, String score, List<FactorView> factors) {}

    /** Workers for a gig: only who consents, and nobody's name. */
    record ForGig(UUID gigId, List<Candidate> candidates) {}

    /**
     * A worker, as employers may see one.
     *
     * @param distanceKilometres upwards
     * @param floor the lowest pay, where one is stated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Candidate(
            UUID workerId,
            List<String> occupations,
            int distanceKilometres,
            @Nullable Pay floor,
            String score,
            List<FactorView> factors) {}
}
