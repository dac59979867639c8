package org.lingbao.matching.inn;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.wire.Position;
import org.lingbao.rules.value.Place;

/** An inn, for everybody. @param distanceMetres from the position that was asked for */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InnView(
        UUID innId,
        String name,
        String place,
        @Nullable String placeName,
        String address,
        Position position,
        String opens,
        String closes,
        @Nullable Integer distanceMetres) {

    /** A page of them. @param next for the page after it; left out at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<InnView> inns, @Nullable String next) {}

    static InnView of(Row row, @Nullable Integer distanceMetres) {
        var place = row.getString("place");
        return new InnView(
                row.getUUID("inn_id"),
                row.getString("name"),
                place,
                new Place(place).name().orElse(null),
                row.getString("address"),
                Position.ofMicro(row.getInteger("lat_micro"), row.getInteger("lon_micro")),
                row.getLocalTime("opens").toString(),
                row.getLocalTime("closes").toString(),
                distanceMetres);
    }

    static InnView of(Inn inn) {
        return new InnView(
                inn.id(),
                inn.name(),
                inn.place().code(),
                inn.place().name().orElse(null),
                inn.address(),
                inn.position(),
                inn.opens().toString(),
                inn.closes().toString(),
                null);
    }
}
