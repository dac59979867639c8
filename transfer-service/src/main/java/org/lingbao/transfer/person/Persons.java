package org.lingbao.transfer.person;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.web.Patience;

/**
 * Asks enrollment who somebody is, before a transaction and never within one. Where it does not answer, the caller is told
 * to try again (503), and nothing was done.
 */
@ApplicationScoped
public class Persons {
    private static final Logger LOG = Logger.getLogger(Persons.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** A number that is none is nobody's. */
    private static final Set<Integer> NOBODY = Set.of(400, 404);

    private final Enrollment enrollment;

    Persons(@RestClient Enrollment enrollment) {
        this.enrollment = enrollment;
    }

    /** The person whose number this is in this cell. */
    public Uni<Optional<UUID>> withNumber(String number) {
        return answer(Uni.createFrom()
                .deferred(() -> enrollment.lookup(new Enrollment.Lookup(number)))
                .map(Enrollment.Found::personId));
    }

    /** Who a person is. */
    public Uni<Optional<Identity>> identityOf(UUID person) {
        return answer(Uni.createFrom().deferred(() -> enrollment.identity(person)));
    }

    private static <T> Uni<Optional<T>> answer(Uni<T> asked) {
        return Patience.with(asked)
                .map(Optional::of)
                .onFailure(Persons::isNobody)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(Persons::unavailable);
    }

    private static boolean isNobody(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && NOBODY.contains(refused.getResponse().getStatus());
    }

    /** Only the kind of the failure is logged: its text may quote what was asked. */
    private static ProblemException unavailable(Throwable failure) {
        var why = failure instanceof WebApplicationException refused
                ? "status " + refused.getResponse().getStatus()
                : failure.getClass().getSimpleName();
        LOG.warnf("enrollment does not answer: %s", why);
        return new ProblemException(Problem.unavailable("ENROLLMENT_UNAVAILABLE", AGAIN));
    }
}
