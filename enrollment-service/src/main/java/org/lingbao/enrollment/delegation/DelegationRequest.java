package org.lingbao.enrollment.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.enrollment.channel.Confirmation;
import org.lingbao.enrollment.delegation.domain.Term;
import org.lingbao.enrollment.person.Purpose;

/**
 * Names somebody who may act for the person (授权委托).
 *
 * @param identityNumber social security number of who may act, who is registered
 * @param name theirs, as it is registered
 * @param purposes for what they may act
 * @param from the first day, today or later
 * @param until the last day
 * @param channel code of the channel, see {@code GET /channels}; an app may leave it out
 * @param confirmation how the person confirmed, where a clerk acts for them
 */
record DelegationRequest(
        @NotBlank @Size(max = 32) String identityNumber,
        @NotBlank @Size(max = 100) String name,

        @NotEmpty @Size(max = MOST) @Schema(implementation = Purpose[].class)
        List<@NotNull @OneOf(Purpose.class) String> purposes,

        @NotNull LocalDate from,
        @NotNull LocalDate until,
        @Size(min = 1, max = 64) @Nullable String channel,
        @Valid @Nullable Confirmation confirmation) {
    private static final int MOST = 16;

    Term term() {
        return new Term(from, until);
    }

    /** Each once, in the order of the alphabet. */
    String[] sorted() {
        return purposes.stream().distinct().sorted().toArray(String[]::new);
    }

    /** Tells nothing: a request may end up in a log. */
    @Override
    public String toString() {
        return "DelegationRequest";
    }
}
