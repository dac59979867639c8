package org.lingbao.matching.wire;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/**
 * A point on the map, in degrees (WGS 84).
 *
 * @param lat northern latitude
 * @param lon eastern longitude
 */
public record Position(
        @NotNull @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 6)
        BigDecimal lat,

        @NotNull @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6)
        BigDecimal lon) {
    private static final int MICRO = 6;
    /** About a kilometre. */
    private static final int BLURRED = 2;

    /** Of whole millionths of a degree, as the database has it. */
    public static Position ofMicro(int lat, int lon) {
        return new Position(BigDecimal.valueOf(lat, MICRO), BigDecimal.valueOf(lon, MICRO));
    }

    /**
     * Of a query's two parameters.
     *
     * @throws ProblemException 400 unless both are there and on the map
     */
    public static Position of(BigDecimal lat, BigDecimal lon) {
        if (outside(lat, "90") || outside(lon, "180")) {
            throw new ProblemException(Problem.malformed(new Violation("CONSTRAINT")
                    .with("message", "a point on the map, in degrees")
                    .at("/lat")));
        }
        return new Position(lat.setScale(MICRO, RoundingMode.HALF_UP), lon.setScale(MICRO, RoundingMode.HALF_UP));
    }

    private static boolean outside(BigDecimal degrees, String most) {
        return degrees.abs().compareTo(new BigDecimal(most)) > 0;
    }

    public int latMicro() {
        return lat.movePointRight(MICRO).intValueExact();
    }

    public int lonMicro() {
        return lon.movePointRight(MICRO).intValueExact();
    }

    /** Near it, so that nobody finds the house. */
    public Position blurred() {
        return new Position(lat.setScale(BLURRED, RoundingMode.HALF_UP), lon.setScale(BLURRED, RoundingMode.HALF_UP));
    }
}
