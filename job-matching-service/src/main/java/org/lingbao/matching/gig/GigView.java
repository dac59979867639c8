package org.lingbao.matching.gig;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.matching.wire.Pay;
import org.lingbao.matching.wire.Position;
import org.lingbao.rules.value.Place;

/**
 * A gig, for everybody.
 *
 * @param position a household's within about a kilometre; who works there is told the exact one
 * @param placesLeft how many may still accept
 * @param status OPEN, FULL, CLOSED by the employer, or OVER by the calendar
 * @param distanceMetres from the position that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GigView(
        UUID gigId,
        String title,
        String description,
        List<String> occupations,
        Pay pay,
        String place,
        @Nullable String placeName,
        Position position,
        @Nullable UUID innId,
        LocalDate startsOn,
        LocalDate endsOn,
        int headcount,
        int placesLeft,
        String status,
        LocalDate postedOn,
        Employer employer,
        @Nullable Integer distanceMetres) {

    /** Who offers it. @param name of a company */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Employer(String kind, @Nullable String name) {}

    /** A page of them. @param next for the page after it; left out at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<GigView> gigs, @Nullable String next) {}

    /** The columns that {@link #of} reads, of the tables {@code gig g} and {@code employer o}. */
    public static final String COLUMNS = """
            g.gig_id, g.title, g.description, g.occupations, g.pay_fen, g.pay_unit, g.place, g.lat_micro, g.lon_micro,
            g.inn_id, g.starts_on, g.ends_on, g.headcount, g.taken, g.posted_on, g.closed_on, o.kind, o.name""";

    public static GigView of(Row row, LocalDate today, @Nullable Integer distanceMetres) {
        var place = row.getString("place");
        return new GigView(
                row.getUUID("gig_id"),
                row.getString("title"),
                row.getString("description"),
                List.of(row.getArrayOfStrings("occupations")),
                Pay.of(row.getLong("pay_fen"), row.getString("pay_unit")),
                place,
                new Place(place).name().orElse(null),
                Position.ofMicro(row.getInteger("lat_micro"), row.getInteger("lon_micro")),
                row.getUUID("inn_id"),
                row.getLocalDate("starts_on"),
                row.getLocalDate("ends_on"),
                row.getInteger("headcount"),
                row.getInteger("headcount") - row.getInteger("taken"),
                status(row, today),
                row.getLocalDate("posted_on"),
                new Employer(row.getString("kind"), row.getString("name")),
                distanceMetres);
    }

    private static String status(Row row, LocalDate today) {
        if (row.getLocalDate("closed_on") != null) {
            return "CLOSED";
        }
        if (row.getLocalDate("ends_on").isBefore(today)) {
            return "OVER";
        }
        return row.getInteger("taken") < row.getInteger("headcount") ? "OPEN" : "FULL";
    }
}
