package org.lingbao.matching.gig;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.wire.Position;
import org.lingbao.rules.value.Place;

/** Finds the open gigs that fit a wish, the best first. The port behind which another index than PostgreSQL's may stand. */
interface GigSearch {

    /**
     * What is looked for. What is null does not matter.
     *
     * @param text words as somebody types them, without spaces or with
     * @param near within the radius of it
     * @param startsFrom begins on this day or later
     * @param occupation one of the gig's, exactly
     * @param after {@link Found#next} of the page before
     */
    record Wanted(
            @Nullable String text,
            @Nullable Place place,
            @Nullable Position near,
            int radiusMetres,
            LocalDate startsFrom,
            @Nullable String occupation,
            @Nullable String after,
            int most) {}

    /** One that fits. @param metres from the position, if one was named */
    record Hit(UUID gig, @Nullable Integer metres) {}

    /** A page. @param next for the page after it; null at the end */
    record Found(List<Hit> hits, @Nullable String next) {}

    /** How a cursor of this index is read. @throws IllegalArgumentException if it is none of its own */
    void check(String cursor);

    Uni<Found> find(Wanted wanted);
}
