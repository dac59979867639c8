package org.lingbao.platform.day;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The clock of the platform, in the zone of the law. */
final class BusinessClock {
    private BusinessClock() {}

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
