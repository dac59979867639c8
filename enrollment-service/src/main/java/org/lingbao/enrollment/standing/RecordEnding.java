package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.standing.domain.Ending;
import org.lingbao.enrollment.standing.domain.EndingDecision;
import org.lingbao.enrollment.standing.domain.Riding;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.value.Scheme;

/** Records what ends relations for good: the fact, and what follows from it, in one transaction. The same again changes nothing. */
@ApplicationScoped
class RecordEnding {
    private static final int OK = 200;

    private final Pool pool;
    private final Idempotency idempotency;
    private final Sight sight;
    private final Registry registry;
    private final EndingRows endings;
    private final StandingRows rows;
    private final Refold refold;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessDay day;

    RecordEnding(
            Pool pool,
            Idempotency idempotency,
            Sight sight,
            Registry registry,
            EndingRows endings,
            StandingRows rows,
            Refold refold,
            Outbox outbox,
            Audit audit,
            BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.sight = sight;
        this.registry = registry;
        this.endings = endings;
        this.rows = rows;
        this.refold = refold;
        this.outbox = outbox;
        this.audit = audit;
        this.day = day;
    }

    /** Who asks, and when. */
    private record Asked(SqlConnection transaction, Caller caller, LocalDate today) {}

    /** What is to be recorded about whom, and what is known of it. */
    private record Case(
            UUID person,
            Ending ending,
            @Nullable Scheme scheme,
            EndingDecision.@Nullable Cause cause,
            String evidence) {
        EndingRows.Record entry(Caller by) {
            return new EndingRows.Record(person, ending, scheme, cause, evidence, by);
        }
    }

    Uni<Answer> death(Caller caller, IdempotencyKey key, UUID person, DeathRequest request) {
        return pool.withTransaction(transaction -> idempotency.once(
                transaction, key, () -> of(new Asked(transaction, caller, day.today()), person, request)));
    }

    Uni<Answer> retirement(Caller caller, IdempotencyKey key, UUID person, RetirementRequest request) {
        return pool.withTransaction(transaction -> idempotency.once(
                transaction, key, () -> of(new Asked(transaction, caller, day.today()), person, request)));
    }

    Uni<Answer> termination(Caller caller, IdempotencyKey key, UUID relation, TerminationRequest request) {
        return pool.withTransaction(transaction -> idempotency.once(
                transaction, key, () -> of(new Asked(transaction, caller, day.today()), relation, request)));
    }

    private Uni<Answer> of(Asked asked, UUID person, DeathRequest request) {
        var died = new Ending.Died(request.diedOn());
        return locked(asked, person)
                .chain(who -> registry.born(asked.transaction(), who)
                        .chain(born -> known(asked, who, Scheme.EMPLOYEE)
                                .map(known -> EndingDecision.death(born.birthDate(), known, died.on(), asked.today())))
                        .chain(decision ->
                                carryOut(asked, new Case(who, died, null, null, request.evidence()), decision)));
    }

    private Uni<Answer> of(Asked asked, UUID person, RetirementRequest request) {
        var scheme = request.pension();
        var retired = new Ending.Retired(request.from());
        return locked(asked, person)
                .chain(who -> registry.born(asked.transaction(), who)
                        .map(born -> scheme == Scheme.EMPLOYEE
                                ? EndingDecision.earliestPension(born.birthDate(), born.sex(), asked.today())
                                : EndingDecision.earliestResidentPension(born.birthDate(), asked.today()))
                        .chain(earliest -> known(asked, who, scheme)
                                .map(known ->
                                        EndingDecision.retirement(known, earliest, request.from(), asked.today())))
                        .chain(decision ->
                                carryOut(asked, new Case(who, retired, scheme, null, request.evidence()), decision)));
    }

    private Uni<Answer> of(Asked asked, UUID relation, TerminationRequest request) {
        return sight.relation(asked.transaction(), asked.caller().scope(), relation)
                .chain(seen -> registry.lock(asked.transaction(), seen.person())
                        .chain(() -> rows.relations(asked.transaction(), seen.person(), seen.scheme()))
                        .map(lines -> lines.stream()
                                .filter(one -> one.relation().id().value().equals(relation))
                                .filter(one -> !one.relation().isWithoutMonths())
                                .findFirst()
                                .orElseThrow(() -> new ProblemException(Problem.notFound())))
                        .chain(line -> known(asked, seen.person(), seen.scheme())
                                .chain(known -> terminate(asked, seen, line, known, request))));
    }

    private Uni<Answer> terminate(
            Asked asked, Sight.Seen seen, Line line, Set<Ending> known, TerminationRequest request) {
        var root = line.root().orElse(null);
        var alone =
                EndingDecision.termination(line.standing(), known, root, request.why(), request.on(), asked.today());
        var rides = seen.scheme() == Scheme.MEDICAL && Riding.isKnownFor(line.place(), line.openedOn());
        var decision = rides ? EndingDecision.ofRider(alone) : alone;
        if (root == null) {
            return carryOut(asked, null, decision);
        }
        var given = new Case(
                seen.person(), new Ending.Terminated(root, request.on()), null, request.why(), request.evidence());
        return carryOut(asked, given, decision);
    }

    /** Who the person is today: of one who was merged, the survivor, in whose relations all is reckoned. */
    private Uni<UUID> locked(Asked asked, UUID person) {
        return sight.person(asked.transaction(), asked.caller().scope(), person)
                .chain(() -> registry.lockSurvivor(asked.transaction(), person))
                .map(Optional::orElseThrow);
    }

    private Uni<Set<Ending>> known(Asked asked, UUID person, Scheme scheme) {
        return endings.of(asked.transaction(), person, scheme);
    }

    private Uni<Answer> carryOut(Asked asked, @Nullable Case what, EndingDecision decision) {
        if (decision instanceof EndingDecision.Refused(var reasons)) {
            return Uni.createFrom().item(EndingReasons.refused(reasons));
        }
        if (what == null) {
            throw new IllegalStateException("an employer's relation that was given up");
        }
        var answer = new Answer(OK, null, EndingView.of(what.person(), what.ending()), false);
        return decision instanceof EndingDecision.Known
                ? Uni.createFrom().item(answer)
                : recorded(asked, what).replaceWith(answer);
    }

    private Uni<Void> recorded(Asked asked, Case what) {
        var transaction = asked.transaction();
        return endings.insert(transaction, what.entry(asked.caller()), asked.today())
                .chain(() -> what.ending() instanceof Ending.Died(var on)
                        ? outbox.append(
                                transaction,
                                PersonDeceasedV1.TYPE,
                                what.person(),
                                new PersonDeceasedV1(what.person(), on, asked.today()))
                        : Uni.createFrom().voidItem())
                .chain(() -> refold.all(transaction, what.person(), asked.today()))
                .chain(() -> audit.record(
                        transaction,
                        new Audit.Entry(asked.caller(), "standing.end", what.person(), "recorded by the agency")));
    }
}
