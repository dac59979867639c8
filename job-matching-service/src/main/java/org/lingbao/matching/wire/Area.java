package org.lingbao.matching.wire;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.rules.value.Place;

/** Where to look: the parameters of a query. */
public class Area {
    private static final String FAR = "20000";
    private static final int FARTHEST = 200_000;
    private static final String POINT =
            "with the other of the two, a point on the map in degrees, such as 36.7068 or 119.1617";

    @QueryParam("place")
    @Parameter(description = "a place and all in it, GB/T 2260")
    @Nullable
    String place;

    @QueryParam("lat")
    @Parameter(description = "with lon: measure from here, in degrees")
    @Nullable
    String lat;

    @QueryParam("lon")
    @Nullable
    String lon;

    @QueryParam("radius")
    @Parameter(description = "in metres; 20000 unless said")
    @Nullable
    String radius;

    /** The parameters, read. */
    public record Asked(
            @Nullable Position near,
            int radiusMetres,
            @Nullable Place place) {}

    /** Reads them with the query's others. */
    public Query.Asked<Asked> read(Query query) {
        var askedPlace = query.placeIfAny("place", place);
        var metres =
                query.value("radius", radius == null ? FAR : radius, Area::metres, "metres, from 1 to " + FARTHEST);
        if (lat == null && lon == null) {
            return () -> new Asked(null, metres.get(), askedPlace.get().orElse(null));
        }
        var askedLat = query.value("lat", lat, BigDecimal::new, POINT);
        var askedLon = query.value("lon", lon, BigDecimal::new, POINT);
        return () -> new Asked(
                Position.of(askedLat.get(), askedLon.get()),
                metres.get(),
                askedPlace.get().orElse(null));
    }

    private static int metres(String text) {
        var read = Integer.parseInt(text);
        if (read < 1 || read > FARTHEST) {
            throw new IllegalArgumentException("out of range");
        }
        return read;
    }
}
