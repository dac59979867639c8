package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.person.Registry.Found;
import org.lingbao.enrollment.standing.HireChecks.Declared;
import org.lingbao.enrollment.standing.domain.Ending;
import org.lingbao.enrollment.standing.domain.HireDecision;
import org.lingbao.enrollment.standing.domain.HireDecision.Known;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.value.Scheme;

/**
 * Takes an employer's declaration of a hire: the person, registered if nobody had the number yet, the employment, and the
 * relations that follow from it, in one transaction. The person is locked first, so that of two declarations at once the
 * second sees what the first did.
 */
@ApplicationScoped
class Hire {
    private static final String PURPOSE = "declared by the employer";

    private final Pool pool;
    private final Idempotency idempotency;
    private final Registry registry;
    private final EmploymentRows employments;
    private final EndingRows endings;
    private final Refold refold;
    private final ShowEmployment show;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessDay day;

    Hire(
            Pool pool,
            Idempotency idempotency,
            Registry registry,
            EmploymentRows employments,
            EndingRows endings,
            Refold refold,
            ShowEmployment show,
            Outbox outbox,
            Audit audit,
            BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.registry = registry;
        this.employments = employments;
        this.endings = endings;
        this.refold = refold;
        this.show = show;
        this.outbox = outbox;
        this.audit = audit;
        this.day = day;
    }

    Uni<Answer> handle(Employer employer, IdempotencyKey key, Declared declared) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> registry.lock(transaction, declared.identity(), declared.name())
                        .chain(found -> decide(transaction, employer, declared, found, today))));
    }

    private Uni<Answer> decide(
            SqlConnection transaction, Employer employer, Declared declared, Optional<Found> found, LocalDate today) {
        return known(transaction, employer, declared, found)
                .chain(known -> ended(transaction, found).map(ended -> decision(declared, known, ended, today)))
                .chain(decision -> switch (decision) {
                    case HireDecision.Refused refused ->
                        audited(transaction, employer, found.orElse(null), "employment.hire.in-vain")
                                .map(done -> Answer.refused(HireChecks.refused(refused)));
                    case HireDecision.Accepted _
                    when found.isPresent() -> employ(transaction, employer, declared, found.get(), today);
                    case HireDecision.Accepted _ ->
                        registry.lockOrRegister(transaction, declared.identity(), declared.name(), today)
                                .chain(person -> decide(transaction, employer, declared, Optional.of(person), today));
                });
    }

    private Uni<Set<Ending>> ended(SqlConnection transaction, Optional<Found> found) {
        return found.map(person -> endings.of(transaction, person.personId(), Scheme.EMPLOYEE))
                .orElseGet(() -> Uni.createFrom().item(Set.of()));
    }

    private static HireDecision decision(Declared declared, Known known, Set<Ending> ended, LocalDate today) {
        var identity = declared.identity();
        try {
            return HireDecision.of(identity.birthDate(), identity.sex(), declared.wanted(), today, known, ended);
        } catch (DataNotLoaded unknown) {
            throw new ProblemException(HireChecks.notLoaded(declared.wanted(), unknown.what()));
        }
    }

    private Uni<Known> known(SqlConnection transaction, Employer employer, Declared declared, Optional<Found> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Known.NOT_YET);
        }
        return found.get().sameName()
                ? employments
                        .isOpen(
                                transaction,
                                found.get().personId(),
                                employer.code().code(),
                                declared.wanted().startsOn())
                        .map(open -> open ? Known.EMPLOYED_HERE : Known.AS_STATED)
                : Uni.createFrom().item(Known.OTHERWISE);
    }

    private Uni<Answer> employ(
            SqlConnection transaction, Employer employer, Declared declared, Found person, LocalDate today) {
        var employment = new EmploymentRows.Kept(
                Ids.next(),
                person.personId(),
                employer.code().code(),
                declared.wanted().place().code(),
                declared.wanted().startsOn(),
                null,
                EmploymentRows.Origin.DECLARED,
                today,
                null,
                declared.wanted().schemes(),
                declared.wanted().partTime());
        return employments
                .insert(transaction, employment)
                .chain(() -> outbox.append(
                        transaction, EmploymentStartedV1.TYPE, person.personId(), EmploymentStartedV1.of(employment)))
                .chain(() -> refold.of(transaction, person.personId(), employment.schemes(), today))
                .chain(() -> audited(transaction, employer, person, "employment.hire"))
                .chain(() -> show.view(transaction, employment))
                .map(view -> Answer.created("/employments/" + employment.id(), view));
    }

    private Uni<Void> audited(SqlConnection transaction, Employer employer, @Nullable Found about, String action) {
        return audit.record(
                transaction,
                about == null
                        ? Audit.Entry.ofNobody(employer.caller(), action, PURPOSE)
                        : new Audit.Entry(employer.caller(), action, about.personId(), PURPOSE));
    }
}
