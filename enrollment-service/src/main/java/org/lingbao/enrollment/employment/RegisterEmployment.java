package org.lingbao.enrollment.employment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.person.Person;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Registers an employment: every reason why not, or a registration. */
@ApplicationScoped
class RegisterEmployment {
    private final Pool pool;
    private final Registry registry;
    private final EmploymentRegister register;
    private final Assistance assistance;
    private final Idempotency idempotency;
    private final BusinessDay day;

    RegisterEmployment(
            Pool pool,
            Registry registry,
            EmploymentRegister register,
            Assistance assistance,
            Idempotency idempotency,
            BusinessDay day) {
        this.pool = pool;
        this.registry = registry;
        this.register = register;
        this.assistance = assistance;
        this.idempotency = idempotency;
        this.day = day;
    }

    public Uni<Answer> handle(IdempotencyKey key, UUID personId, WorkDone work, Via via) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> registry.lock(transaction, personId, via.caller().scope())
                        .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                        .chain(person -> decide(transaction, person, work, via, today))));
    }

    private Uni<Answer> decide(SqlConnection transaction, Person person, WorkDone work, Via via, LocalDate today) {
        var reasons = Stream.concat(
                        EmploymentRegister.reasons(person, today).stream(), assistance.unconfirmed(via).stream())
                .sorted(Comparator.comparing(Violation::code))
                .toList();
        return reasons.isEmpty()
                ? register.register(transaction, person.id(), work, via, today)
                        .map(view -> Answer.created("/persons/" + person.id() + "/employment-registrations", view))
                : Uni.createFrom().item(Answer.refused(Problem.unprocessable("registration-refused", reasons)));
    }
}
