package org.lingbao.local.walk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the matrix: one operation, how to knock rightly, and what is heard. In {@code query}, {@code key} and
 * {@code body}, as in the operation's path, {@code {name}} stands for something of the {@link World}.
 *
 * @param operation such as {@code GET /bills}
 * @param type media type of the body
 * @param open what everybody hears, with and without a token; absent: the door is closed
 * @param callers what a caller that is let in hears; nobody else is
 */
public record Door(
        String operation,
        @Nullable String query,
        @Nullable String key,
        @Nullable String body,
        String type,
        @Nullable Integer open,
        Map<String, Expected> callers) {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** What is heard where it is the caller's own, and where it is another's. */
    record Expected(Heard own, Heard other) {}

    /**
     * A status, and whether the answer must be the very same as for something that nobody has.
     */
    record Heard(int status, boolean likeNothing) {
        static final Heard REFUSED = new Heard(FORBIDDEN, false);

        /** @param word a status, or {@code empty}: 200, and nothing in it */
        static Heard of(String word) {
            return word.equals("empty")
                    ? new Heard(OK, true)
                    : new Heard(Integer.parseInt(word), Integer.parseInt(word) == NOT_FOUND);
        }
    }

    /** What this knocker must hear. */
    Heard heardBy(Knocker knocker) {
        var expected = callers.get(knocker.caller());
        if (expected == null) {
            return Heard.REFUSED;
        }
        return knocker.side() == Knocker.Side.OWN ? expected.own() : expected.other();
    }

    /** Whether the knocker is shown what others of its kind find empty. */
    boolean emptyForOthers(Knocker knocker) {
        var expected = callers.get(knocker.caller());
        return expected != null
                && expected.other().likeNothing()
                && expected.other().status() == OK;
    }

    public String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    String path() {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    boolean reads() {
        return method().equals("GET");
    }
}
