package org.lingbao.rules.transfer;

import java.time.YearMonth;
import org.lingbao.rules.value.Place;

/**
 * A part of a career in one place (参保段).
 *
 * @param from the first month
 * @param to the last month
 * @param months contribution months in it, actual and deemed; not its span
 * @param temporary whether they were paid into a temporary account (临时基本养老保险缴费账户)
 * @throws IllegalArgumentException for negative months, or an end before the beginning
 */
public record Segment(Place place, YearMonth from, YearMonth to, int months, boolean temporary) {
    public Segment {
        if (months < 0 || to.isBefore(from)) {
            throw new IllegalArgumentException("no part of a career: " + from + " to " + to + ", " + months);
        }
    }

    Place province() {
        return place.province();
    }
}
