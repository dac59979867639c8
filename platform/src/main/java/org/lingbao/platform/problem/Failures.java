package org.lingbao.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.lingbao.platform.web.Outage;

/** Turns every failure into a problem. What a stranger sent is never quoted, neither in the answer nor in the log. */
public class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    @ServerExceptionMapper
    public Response problem(ProblemException failure) {
        return failure.problem().toResponse();
    }

    /** Every constraint that the request breaks, at once. */
    @ServerExceptionMapper
    public Response constraints(ConstraintViolationException failure) {
        var violations = failure.getConstraintViolations().stream()
                .map(broken -> new Violation("CONSTRAINT")
                        .with("message", broken.getMessage())
                        .at(RequestPointer.of(broken.getPropertyPath())))
                .sorted(Comparator.comparing(Violation::toString))
                .toList();
        return Problem.malformed(violations).toResponse();
    }

    @ServerExceptionMapper
    public Response unknownField(UnrecognizedPropertyException failure) {
        return malformed(new Violation("UNKNOWN_FIELD")
                .with("field", RequestPointer.quotable(failure.getPropertyName()))
                .with("known", known(failure))
                .at(RequestPointer.of(failure.getPath())));
    }

    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException failure) {
        return malformedBody(failure);
    }

    @ServerExceptionMapper
    public Response notJson(JsonProcessingException failure) {
        return malformed(new Violation("MALFORMED_BODY"));
    }

    /** No token, or one that is not good; which of the two is not told. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated() {
        return of(Response.Status.UNAUTHORIZED, "UNAUTHENTICATED");
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return of(Response.Status.FORBIDDEN, "FORBIDDEN");
    }

    /** What the framework itself refuses: unknown path, wrong method or media type, a body that does not parse. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonMappingException cause) {
            return cause instanceof UnrecognizedPropertyException unknown
                    ? unknownField(unknown)
                    : malformedBody(cause);
        }
        var status = failure.getResponse().getStatus();
        return switch (Response.Status.fromStatusCode(status)) {
            case NOT_FOUND -> Problem.notFound().toResponse();
            case METHOD_NOT_ALLOWED -> of(Response.Status.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED");
            case UNSUPPORTED_MEDIA_TYPE -> of(Response.Status.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE");
            case BAD_REQUEST -> malformed(new Violation("MALFORMED_BODY"));
            case UNAUTHORIZED -> of(Response.Status.UNAUTHORIZED, "UNAUTHENTICATED");
            case FORBIDDEN -> of(Response.Status.FORBIDDEN, "FORBIDDEN");
            case null, default -> failure.getResponse();
        };
    }

    /** An outage passes: 503, and when to come back. Anything else is a mistake of ours: 500, and a line in the log. */
    @ServerExceptionMapper
    public Response anythingElse(Throwable failure) {
        if (Outage.isOne(failure)) {
            LOG.warnf("answered 503: %s", Outage.kind(failure));
            return Problem.unavailable("UNAVAILABLE", TRY_AGAIN).toResponse();
        }
        if (failure instanceof PgException refused && "22021".equals(refused.getSqlState())) {
            return malformed(new Violation("MALFORMED_BODY")); // a NUL, which no text has
        }
        LOG.errorf("answered 500: %s", Trail.of(failure));
        return of(Response.Status.INTERNAL_SERVER_ERROR, "INTERNAL");
    }

    private static Response malformedBody(JsonMappingException failure) {
        return malformed(new Violation("MALFORMED_BODY").at(RequestPointer.of(failure.getPath())));
    }

    private static Response malformed(Violation violation) {
        return Problem.malformed(violation).toResponse();
    }

    private static Response of(Response.Status status, String code) {
        var type = code.toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(status.getStatusCode(), type, List.of(new Violation(code)))
                .toResponse();
    }

    private static String known(UnrecognizedPropertyException failure) {
        return failure.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
