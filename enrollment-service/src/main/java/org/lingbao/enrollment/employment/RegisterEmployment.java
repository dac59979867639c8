package org.lingbao.enrollment.employment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Person;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Registers an employment and shows a person's. */
@ApplicationScoped
class RegisterEmployment {
    private final People people;
    private final EmploymentRegister register;
    private final Assistance assistance;
    private final Idempotency idempotency;
    private final Audit audit;
    private final BusinessDay day;

    RegisterEmployment(
            People people,
            EmploymentRegister register,
            Assistance assistance,
            Idempotency idempotency,
            Audit audit,
            BusinessDay day) {
        this.people = people;
        this.register = register;
        this.assistance = assistance;
        this.idempotency = idempotency;
        this.audit = audit;
        this.day = day;
    }

    @WithTransaction
    public Uni<Answer> handle(IdempotencyKey key, UUID personId, WorkDone work, Via via) {
        var today = day.today();
        return idempotency.once(
                key,
                () -> people.lock(personId, via.caller().scope())
                        .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                        .chain(person -> decide(person, work, via, today)));
    }

    private Uni<Answer> decide(Person person, WorkDone work, Via via, LocalDate today) {
        var reasons = Stream.concat(
                        EmploymentRegister.reasons(person, today).stream(), assistance.unconfirmed(via).stream())
                .sorted(Comparator.comparing(Violation::code))
                .toList();
        return reasons.isEmpty()
                ? register.register(person.id(), work, via, today)
                        .map(view -> Answer.created("/persons/" + person.id() + "/employment-registrations", view))
                : Uni.createFrom().item(Answer.refused(Problem.unprocessable("registration-refused", reasons)));
    }

    /** All of a person's, the one that holds last; nothing where the person may not be seen. */
    @WithTransaction
    public Uni<Optional<List<RegistrationView>>> of(Caller caller, UUID personId) {
        var visible = Visible.to(caller.scope(), "r.personId", day.today());
        return people.find(personId, caller.scope())
                .chain(person -> person.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, personId)
                                .chain(() -> EmploymentRegistrationRow.<EmploymentRegistrationRow>list(
                                        "from EmploymentRegistrationRow r where " + EmploymentRegistrationRow.OF_PERSON
                                                + " and " + visible.hql() + " order by r.registeredOn, r.id",
                                        visible.with("person", personId)))
                                .map(rows -> Optional.of(rows.stream()
                                        .map(EmploymentRegistrationRow::view)
                                        .toList())));
    }

    private Uni<Void> audited(Caller caller, UUID personId) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(
                        new Audit.Entry(caller, "employment-registrations.view", personId, "served by the agency"));
    }
}
