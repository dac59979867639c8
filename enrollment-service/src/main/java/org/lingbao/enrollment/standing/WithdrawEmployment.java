package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.standing.domain.WithdrawalDecision;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Takes back a hire that an employer declared by mistake; its months are reckoned as if it had never been. The same again changes nothing. */
@ApplicationScoped
class WithdrawEmployment {
    private static final int OK = 200;

    private final Pool pool;
    private final Registry registry;
    private final EmploymentRows employments;
    private final Refold refold;
    private final ShowEmployment show;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessDay day;

    WithdrawEmployment(
            Pool pool,
            Registry registry,
            EmploymentRows employments,
            Refold refold,
            ShowEmployment show,
            Outbox outbox,
            Audit audit,
            BusinessDay day) {
        this.pool = pool;
        this.registry = registry;
        this.employments = employments;
        this.refold = refold;
        this.show = show;
        this.outbox = outbox;
        this.audit = audit;
        this.day = day;
    }

    /** 404 where it is another employer's, or there is none. */
    Uni<Answer> handle(Employer employer, UUID id) {
        return pool.withTransaction(transaction -> find(transaction, employer, id)
                .chain(seen -> registry.lock(transaction, seen.person()))
                .chain(() -> find(transaction, employer, id)) // as it is now that nobody else decides
                .chain(employment -> decide(transaction, employer, employment)));
    }

    private Uni<EmploymentRows.Kept> find(SqlConnection transaction, Employer employer, UUID id) {
        return employments
                .find(transaction, id, employer.code().code())
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    private Uni<Answer> decide(SqlConnection transaction, Employer employer, EmploymentRows.Kept employment) {
        var declared = employment.origin() == EmploymentRows.Origin.DECLARED;
        return switch (WithdrawalDecision.of(declared, employment.withdrawnOn())) {
            case WithdrawalDecision.Refused refused ->
                Uni.createFrom().item(Answer.refused(HireChecks.refused(refused)));
            case WithdrawalDecision.Known _ -> shown(transaction, employer, employment.id());
            case WithdrawalDecision.Accepted _ ->
                withdraw(transaction, employer, employment).chain(() -> shown(transaction, employer, employment.id()));
        };
    }

    private Uni<Void> withdraw(SqlConnection transaction, Employer employer, EmploymentRows.Kept employment) {
        var today = day.today();
        var person = employment.person();
        return employments
                .withdraw(transaction, employment.id(), today)
                .chain(() -> outbox.append(
                        transaction,
                        EmploymentWithdrawnV1.TYPE,
                        person,
                        new EmploymentWithdrawnV1(employment.id(), person, employment.employer(), today)))
                .chain(() -> refold.of(transaction, person, employment.schemes(), today))
                .chain(() -> audit.record(
                        transaction,
                        new Audit.Entry(employer.caller(), "employment.withdraw", person, "declared by the employer")));
    }

    private Uni<Answer> shown(SqlConnection transaction, Employer employer, UUID id) {
        return find(transaction, employer, id)
                .chain(employment -> show.view(transaction, employment))
                .map(view -> new Answer(OK, null, view, false));
    }
}
