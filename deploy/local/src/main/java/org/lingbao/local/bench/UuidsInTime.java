package org.lingbao.local.bench;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that grow with time (UUIDv7), as the services' do: random ones would cost an index more. */
final class UuidsInTime {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int TIME_SHIFT = 16;
    private static final int VERSION = 0x7000;
    private static final int RANDOM_BITS = 0x1000;

    private UuidsInTime() {}

    static UUID next(ThreadLocalRandom random) {
        var time = CLOCK.millis() << TIME_SHIFT | VERSION | random.nextInt(RANDOM_BITS);
        return new UUID(time, Long.MIN_VALUE | random.nextLong() >>> 2);
    }
}
