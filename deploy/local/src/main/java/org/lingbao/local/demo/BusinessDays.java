package org.lingbao.local.demo;

import java.time.LocalDate;
import java.util.Map;
import org.lingbao.local.stack.Service;

/** The operators' hands on the calendar: time goes by in cells and all their services. */
final class BusinessDays {
    private BusinessDays() {}

    /** Nothing where it is that day already, or a later one. */
    static void move(LocalDate day, Api... cells) {
        for (var api : cells) {
            for (var service : Service.values()) {
                var today = api.get(service, "/business-day", api.signIn("operator"))
                        .expect(200);
                if (LocalDate.parse(today.text("day")).isBefore(day)) {
                    var _ = api.ask(service, "/business-day", api.signIn("operator"), Map.of("day", day.toString()))
                            .expect(200);
                }
            }
        }
    }
}
