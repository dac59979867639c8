package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.standing.domain.LeaveDecision;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.employment.Spell;
import org.lingbao.rules.value.Scheme;

/** Takes an employer's declaration that somebody left; the same again changes nothing. */
@ApplicationScoped
class EndEmployment {
    private static final int OK = 200;

    private final Pool pool;
    private final Registry registry;
    private final EmploymentRows employments;
    private final Refold refold;
    private final ShowEmployment show;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessDay day;

    EndEmployment(
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
    Uni<Answer> handle(Employer employer, UUID id, LocalDate endedOn) {
        var today = day.today();
        return pool.withTransaction(transaction -> find(transaction, employer, id)
                .chain(seen -> registry.lock(transaction, seen.person()))
                .chain(() -> find(transaction, employer, id)) // as it is now that nobody else decides
                .chain(employment -> decide(transaction, employer, employment, endedOn, today)));
    }

    private Uni<EmploymentRows.Kept> find(SqlConnection transaction, Employer employer, UUID id) {
        return employments
                .find(transaction, id, employer.code().code())
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    private Uni<Answer> decide(
            SqlConnection transaction,
            Employer employer,
            EmploymentRows.Kept employment,
            LocalDate endedOn,
            LocalDate today) {
        var spell = new Spell(employment.startsOn(), employment.endedOn());
        return switch (LeaveDecision.of(spell, employment.withdrawnOn(), endedOn, today)) {
            case LeaveDecision.Refused refused -> Uni.createFrom().item(Answer.refused(HireChecks.refused(refused)));
            case LeaveDecision.Known _ -> shown(transaction, employer, employment.id());
            case LeaveDecision.Accepted _ ->
                employments
                        .end(transaction, employment, endedOn, today)
                        .call(ended -> tell(transaction, ended, endedOn, today))
                        .chain(ended -> refold.of(transaction, employment.person(), schemes(ended), today))
                        .chain(() -> audit.record(
                                transaction,
                                new Audit.Entry(
                                        employer.caller(),
                                        "employment.end",
                                        employment.person(),
                                        "declared by the employer")))
                        .chain(() -> shown(transaction, employer, employment.id()));
        };
    }

    private static Set<Scheme> schemes(List<EmploymentRows.Kept> ended) {
        return ended.stream().flatMap(one -> one.schemes().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Uni<Answer> shown(SqlConnection transaction, Employer employer, UUID id) {
        return find(transaction, employer, id)
                .chain(employment -> show.view(transaction, employment))
                .map(view -> new Answer(OK, null, view, false));
    }

    private Uni<Void> tell(
            SqlConnection transaction, List<EmploymentRows.Kept> ended, LocalDate endedOn, LocalDate today) {
        return Multi.createFrom()
                .iterable(ended)
                .onItem()
                .transformToUniAndConcatenate(employment -> outbox.append(
                        transaction,
                        EmploymentEndedV1.TYPE,
                        employment.person(),
                        EmploymentEndedV1.of(employment, endedOn, today)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
