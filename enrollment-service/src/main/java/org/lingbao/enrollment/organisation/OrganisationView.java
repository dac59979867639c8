package org.lingbao.enrollment.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation on a day.
 *
 * @param level PROVINCE, CITY, COUNTY, TOWN, COMMUNITY or EMPLOYER
 * @param on the day of path and children
 * @param path what it lies in on that day, the province first
 * @param children what hangs under it on that day, in the order of their codes
 * @param next after which child to go on; absent where there are no more
 * @param history where it has hung and will hang
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganisationView(
        String code,
        String level,
        String name,
        LocalDate on,
        List<Line> path,
        List<Line> children,
        @Nullable String next,
        List<Stay> history) {

    /** An organisation in short. */
    record Line(String code, String level, String name) {}

    /**
     * Days under one parent.
     *
     * @param from the first day; absent: as far back as anybody asks
     * @param to the last day; absent while it goes on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stay(
            @Nullable String parent,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A row of it. */
    record Held(
            Line line,
            @Nullable String parent,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean holds) {
        Stay stay() {
            return new Stay(parent, from, to);
        }
    }
}
