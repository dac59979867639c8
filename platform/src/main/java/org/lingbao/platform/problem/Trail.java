package org.lingbao.platform.problem;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.platform.web.Outage;

/** Where a failure came from, for the log: types and places, without the messages, which may quote personal data. */
final class Trail {
    private static final int CAUSES = 5;
    private static final int FRAMES = 12;

    private Trail() {}

    static String of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .map(cause -> Outage.type(cause) + frames(cause))
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining());
    }
}
