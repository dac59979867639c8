package org.lingbao.transfer.person;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.lingbao.asking.neighbour.Question;
import org.lingbao.platform.problem.Problem;

/**
 * Asks enrollment who somebody is, before a transaction and never within one. Where it does not answer, the caller is told
 * to try again (503), and nothing was done.
 */
@ApplicationScoped
public class Persons {
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
        return Question.ask(asked, NOBODY, Problem.unavailable("ENROLLMENT_UNAVAILABLE", AGAIN));
    }
}
