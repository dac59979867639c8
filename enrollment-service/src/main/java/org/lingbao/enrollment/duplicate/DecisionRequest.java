package org.lingbao.enrollment.duplicate;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Id;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.enrollment.duplicate.domain.PersonId;
import org.lingbao.enrollment.duplicate.domain.Word;

/**
 * Says what a possible match is.
 *
 * @param decision SAME or DIFFERENT
 * @param survivorId where it is one person, under which id they remain
 */
record DecisionRequest(
        @NotNull @OneOf(Word.class) @Schema(implementation = Word.class)
        String decision,

        @Id @Nullable String survivorId) {
    Word word() {
        return Word.valueOf(decision);
    }

    @Nullable
    PersonId survivor() {
        return survivorId == null ? null : new PersonId(UUID.fromString(survivorId));
    }
}
