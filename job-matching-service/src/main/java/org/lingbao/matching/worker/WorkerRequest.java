package org.lingbao.matching.worker;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Day;
import org.lingbao.matching.wire.Pay;
import org.lingbao.matching.wire.PlaceCode;
import org.lingbao.matching.wire.Places;
import org.lingbao.matching.wire.PlainText;
import org.lingbao.matching.wire.Position;
import org.lingbao.rules.value.Place;

/**
 * What a worker states.
 *
 * @param occupations words or codes of the classification of occupations
 * @param radius how far the worker goes, in metres
 * @param freeFrom the first day on which the worker is free
 * @param freeUntil the last one; open when there is none
 * @param floor the lowest pay, if there is one
 * @param recommendations the worker's own switch: off, nothing is recommended either way
 */
record WorkerRequest(
        @NotNull @Size(min = 1, max = 10) @Nullable List<@NotNull @PlainText(max = 30) String> occupations,
        @NotNull @PlaceCode @Nullable String place,
        @NotNull @Valid @Nullable Position position,
        @NotNull @Min(100) @Max(200_000) @Nullable Integer radius,
        @NotNull @Day @Nullable String freeFrom,
        @Day @Nullable String freeUntil,
        @Valid @Nullable Pay floor,
        @NotNull @Nullable Boolean recommendations) {

    /** Both of one form, so that the texts compare as the days do. */
    @JsonIgnore
    @AssertTrue(message = "the last free day is not before the first")
    boolean isFreeInOrder() {
        return freeFrom == null || freeUntil == null || freeFrom.compareTo(freeUntil) <= 0;
    }

    /** The request, read. */
    record Stated(
            List<String> occupations,
            Place place,
            Position position,
            int radiusMetres,
            LocalDate freeFrom,
            @Nullable LocalDate freeUntil,
            @Nullable Pay floor,
            boolean recommendations) {}

    Stated toStated(String cell) {
        return new Stated(
                List.copyOf(requireNonNull(occupations)),
                Places.served(requireNonNull(place), cell),
                requireNonNull(position),
                requireNonNull(radius),
                LocalDate.parse(requireNonNull(freeFrom)),
                freeUntil == null ? null : LocalDate.parse(freeUntil),
                floor,
                requireNonNull(recommendations));
    }
}
