package org.lingbao.local.demo;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lingbao.local.part.Pause;

/** Waiting for what another service learns by an event, or another cell by a message, a moment later. */
final class Waiting {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long BETWEEN_MILLIS = 100;

    private Waiting() {}

    /** @return the first answer that is as wanted, or the last one when it takes too long */
    static Reply until(Predicate<Reply> wanted, Supplier<Reply> ask) {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            var reply = ask.get();
            if (wanted.test(reply) || System.nanoTime() > deadline) {
                return reply;
            }
            Pause.millis(BETWEEN_MILLIS);
        }
    }

    /** Asks again while the service does not yet know of the relation that enrollment has opened. */
    static Reply untilKnown(Supplier<Reply> ask) {
        return until(reply -> reply.status() != 404 || !reply.codes().contains("RELATION_NOT_KNOWN"), ask);
    }
}
