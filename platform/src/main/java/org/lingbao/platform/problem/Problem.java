package org.lingbao.platform.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the outside sees it (RFC 9457), with all its reasons at once (一次性告知). Its words are added when it is
 * sent, in the reader's language.
 *
 * @param status the HTTP status
 * @param type the last part of the problem's type URI, such as {@code enrollment-refused}
 * @param violations every reason, at least one
 * @param retryAfterSeconds when to try again, where that helps
 */
public record Problem(
        int status,
        String type,
        List<Violation> violations,
        @Nullable Long retryAfterSeconds) {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int UNPROCESSABLE = 422;

    public Problem {
        violations = List.copyOf(violations);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
    }

    /** 400: the request itself is wrong, in every place named. */
    public static Problem malformed(List<Violation> violations) {
        return of(Response.Status.BAD_REQUEST.getStatusCode(), "malformed-request", violations);
    }

    /** 400 for one reason. */
    public static Problem malformed(Violation violation) {
        return malformed(List.of(violation));
    }

    /** 404: not there, or not yours; the two are never told apart. */
    public static Problem notFound() {
        return of(Response.Status.NOT_FOUND.getStatusCode(), "not-found", List.of(new Violation("NOT_FOUND")));
    }

    /** 409: it clashes with what is there. */
    public static Problem conflict(String type, Violation violation) {
        return of(Response.Status.CONFLICT.getStatusCode(), type, List.of(violation));
    }

    /** 422: understood, and the law says no. */
    public static Problem unprocessable(String type, List<Violation> violations) {
        return of(UNPROCESSABLE, type, violations);
    }

    /** 429: more than the limit. */
    public static Problem tooManyRequests(Duration retryAfter) {
        return of(Response.Status.TOO_MANY_REQUESTS.getStatusCode(), "too-busy", List.of(new Violation("TOO_BUSY")))
                .retryAfter(retryAfter);
    }

    /**
     * 503: a part that this needs is away, or too much is under way. Only the same request under the same key tells whether
     * it was done: a commit's answer may be lost, too.
     */
    public static Problem unavailable(String code, Duration retryAfter) {
        return of(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), "unavailable", List.of(new Violation(code)))
                .retryAfter(retryAfter);
    }

    public static Problem of(int status, String type, List<Violation> violations) {
        return new Problem(status, type, violations, null);
    }

    /** The same problem with a hint when to try again. */
    public Problem retryAfter(Duration wait) {
        return new Problem(status, type, violations, Math.max(1, wait.toSeconds()));
    }

    /** The answer; a filter gives it its words. */
    public Response toResponse() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(this);
        if (retryAfterSeconds != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        return response.build();
    }
}
