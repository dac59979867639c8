package org.lingbao.platform.web;

import io.netty.handler.timeout.ReadTimeoutException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells an outage of the surroundings, which passes by itself, from a mistake of ours, which does not. */
public final class Outage {
    /** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention, system error. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "58");

    /** Deadlock, serialization failure, lock or idle time-out: the same transaction may be tried again as it is. */
    private static final Set<String> REPEATABLE = Set.of("40P01", "40001", "55P03", "25P03");

    /** What the client's pool says of itself; it has no type of its own for these. */
    private static final Set<String> POOL = Set.of(
            "Timeout", "Pool closed", "Connection is closed", "Connection is not active now, current status: CLOSED");

    private static final int DEEPEST_CAUSE = 20;

    private Outage() {}

    /** Whether the database or the network is away for now: 503 for a request, wait and try again for a consumer. */
    public static boolean isOne(Throwable failure) {
        return causes(failure).anyMatch(Outage::passes);
    }

    /** What a failure is, for the log: its type and those of its causes, and PostgreSQL's own code. Their messages may quote personal data. */
    public static String kind(Throwable failure) {
        return causes(failure).map(Outage::type).collect(Collectors.joining(" by "));
    }

    /** One failure's type, without its causes. */
    public static String type(Throwable failure) {
        var type = failure.getClass().getName();
        return failure instanceof PgException refused ? type + " " + refused.getSqlState() : type;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case PgException e ->
                e.getSqlState() != null
                        && (PASSING.contains(e.getSqlState().substring(0, 2)) || REPEATABLE.contains(e.getSqlState()));
            case io.vertx.core.VertxException e -> true;
            case NoStackTraceThrowable e -> e.getMessage() != null && POOL.contains(e.getMessage());
            case TimeoutException e -> true;
            case ReadTimeoutException e -> true;
            case IOException e -> !(e instanceof com.fasterxml.jackson.core.JacksonException);
            default -> false;
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
    }
}
