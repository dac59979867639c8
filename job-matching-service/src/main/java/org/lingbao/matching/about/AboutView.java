package org.lingbao.matching.about;

import java.time.LocalDate;
import org.lingbao.rules.value.Place;

/**
 * What a caller must know before the first real question.
 *
 * @param service its name, as its topics and tokens have it
 * @param cell first two digits of the province that this deployment serves
 * @param province the province's name
 * @param businessDay the day for which everything is decided now (业务日期)
 */
record AboutView(String service, String cell, String province, LocalDate businessDay) {
    private static final String WHOLE_PROVINCE = "0000";

    static AboutView of(String service, String cell, LocalDate businessDay) {
        var province = new Place(cell + WHOLE_PROVINCE).name().orElse(cell);
        return new AboutView(service, cell, province, businessDay);
    }
}
