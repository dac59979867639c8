package org.lingbao.enrollment.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.duplicate.domain.Word;
import org.lingbao.enrollment.person.Likenesses.Trait;
import org.lingbao.enrollment.person.Portrait;

/**
 * Two registrations that may be of one person.
 *
 * @param traits what they have in common
 * @param decision what was said of it; absent while nobody has
 * @param survivorId of one person, under which id they remained
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchView(
        UUID matchId,
        List<Trait> traits,
        LocalDate foundOn,
        Portrait first,
        Portrait second,
        @Nullable Word decision,
        @Nullable UUID survivorId,
        @Nullable LocalDate decidedOn) {}
