package org.lingbao.asking.neighbour;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/**
 * A question to another service, before a transaction and never within one. It ends after a limit from the first step to the
 * last: getting a token, connecting, and the whole answer.
 */
public final class Question {
    private static final Logger LOG = Logger.getLogger(Question.class);
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private static final int UNAUTHORIZED = 401;

    private Question() {}

    /**
     * The answer. Where our own token is not taken, it is asked once more with a new one: the issuer may have withdrawn the
     * key of the old one before its end.
     *
     * @param nothing the statuses by which the other service says that there is nothing of the kind
     * @param unavailable what the caller is told where there is no answer; only the kind of the failure is logged, for its
     *     text may quote what was asked
     */
    public static <T> Uni<Optional<T>> ask(Uni<T> question, Set<Integer> nothing, Problem unavailable) {
        return question.onFailure(failure -> status(failure) == UNAUTHORIZED)
                .retry()
                .atMost(1)
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .map(Optional::of)
                .onFailure(failure -> nothing.contains(status(failure)))
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(failure -> {
                    var why = unavailable.violations().getFirst().code();
                    LOG.warnf("%s: %s %d", why, failure.getClass().getSimpleName(), status(failure));
                    return new ProblemException(unavailable);
                });
    }

    /** 0 where there was no answer. */
    private static int status(Throwable failure) {
        return failure instanceof WebApplicationException answered
                ? answered.getResponse().getStatus()
                : 0;
    }
}
