package org.lingbao.matching.gig;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Day;
import org.lingbao.matching.gig.domain.Grams;
import org.lingbao.matching.wire.Pay;
import org.lingbao.matching.wire.PlaceCode;
import org.lingbao.matching.wire.Places;
import org.lingbao.matching.wire.PlainText;
import org.lingbao.matching.wire.Position;
import org.lingbao.rules.value.Place;

/**
 * Work to offer.
 *
 * @param occupations words or codes of the classification of occupations
 * @param innId the inn at which it is posted, if any
 * @param days how many, one after the other
 */
record GigRequest(
        @NotNull @PlainText(max = 60) @Nullable String title,
        @PlainText(max = 1000) @Nullable String description,
        @NotNull @Size(min = 1, max = 5) @Nullable List<@NotNull @PlainText(max = 30) String> occupations,
        @NotNull @Valid @Nullable Pay pay,
        @NotNull @PlaceCode @Nullable String place,
        @NotNull @Valid @Nullable Position position,
        @Nullable UUID innId,
        @NotNull @Day @Nullable String startsOn,
        @NotNull @Min(1) @Max(366) @Nullable Integer days,
        @NotNull @Min(1) @Max(1000) @Nullable Integer headcount) {

    /** The request, read. */
    record Gig(
            String title,
            String description,
            List<String> occupations,
            Pay pay,
            Place place,
            Position position,
            @Nullable UUID inn,
            LocalDate startsOn,
            LocalDate endsOn,
            int headcount) {

        /** All by which it is found. */
        Grams grams() {
            return Grams.ofAll(Stream.concat(Stream.of(title, description), occupations.stream())
                    .toList());
        }
    }

    Gig toGig(String cell) {
        var first = LocalDate.parse(requireNonNull(startsOn));
        return new Gig(
                requireNonNull(title),
                description == null ? "" : description,
                List.copyOf(requireNonNull(occupations)),
                requireNonNull(pay),
                Places.served(requireNonNull(place), cell),
                requireNonNull(position),
                innId,
                first,
                first.plusDays(requireNonNull(days) - 1L),
                requireNonNull(headcount));
    }
}
