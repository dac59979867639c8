package org.lingbao.matching.inn;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.wire.PlaceCode;
import org.lingbao.matching.wire.Places;
import org.lingbao.matching.wire.PlainText;
import org.lingbao.matching.wire.Position;

/**
 * An inn to open, or as it shall be.
 *
 * @param place the district in which it is
 * @param opens and {@code closes}: each day, Chinese time
 */
record InnRequest(
        @NotNull @PlainText(max = 100) @Nullable String name,
        @NotNull @PlaceCode @Nullable String place,
        @NotNull @PlainText(max = 200) @Nullable String address,
        @NotNull @Valid @Nullable Position position,
        @NotNull @Pattern(regexp = TIME) @Nullable String opens,
        @NotNull @Pattern(regexp = TIME) @Nullable String closes) {
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /** Both of one form, so that the texts compare as the times do. */
    @JsonIgnore
    @AssertTrue(message = "an inn opens before it closes")
    boolean isOpeningBeforeClosing() {
        return opens == null || closes == null || opens.compareTo(closes) < 0;
    }

    Inn toInn(UUID id, String cell) {
        if (name == null || place == null || address == null || position == null || opens == null || closes == null) {
            throw new IllegalStateException("not validated");
        }
        return new Inn(
                id,
                name,
                Places.served(place, cell),
                address,
                position,
                LocalTime.parse(opens),
                LocalTime.parse(closes));
    }
}
