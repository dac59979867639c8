package org.lingbao.platform.web;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * How long another service is waited for, from the first step to the last: getting a token, connecting, and the whole answer.
 * For questions before a transaction; around one it would cut the transaction off.
 */
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private Patience() {}

    /** The answer, or after the limit a failure that is an {@link Outage}. */
    public static <T> Uni<T> with(Uni<T> question) {
        return question.ifNoItem().after(LIMIT).fail();
    }
}
