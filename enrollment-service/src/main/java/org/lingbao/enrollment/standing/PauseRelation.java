package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.standing.domain.Facts;
import org.lingbao.enrollment.standing.domain.Pause;
import org.lingbao.enrollment.standing.domain.PauseDecision;
import org.lingbao.enrollment.standing.domain.PauseId;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Scheme;

/** Takes that a person pays no more for a while, or again: the fact, and what follows from it, in one transaction. */
@ApplicationScoped
class PauseRelation {
    private static final int OK = 200;

    private final Pool pool;
    private final Idempotency idempotency;
    private final Sight sight;
    private final Registry registry;
    private final PauseRows pauses;
    private final StandingRows rows;
    private final Refold refold;
    private final Assistance assistance;
    private final Acts acts;
    private final Audit audit;
    private final BusinessDay day;

    PauseRelation(
            Pool pool,
            Idempotency idempotency,
            Sight sight,
            Registry registry,
            PauseRows pauses,
            StandingRows rows,
            Refold refold,
            Assistance assistance,
            Acts acts,
            Audit audit,
            BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.sight = sight;
        this.registry = registry;
        this.pauses = pauses;
        this.rows = rows;
        this.refold = refold;
        this.assistance = assistance;
        this.acts = acts;
        this.audit = audit;
        this.day = day;
    }

    /** Who asks through which channel, and when. */
    private record Asked(SqlConnection transaction, Via via, LocalDate today) {}

    /** A relation as it is decided on, with the pauses of what was joined. */
    private record Case(UUID person, Line line, List<Pause> pauses, Facts facts) {
        static Case of(UUID person, List<Line> lines, UUID relation, Facts facts) {
            var line = lines.stream()
                    .filter(one -> one.relation().id().value().equals(relation))
                    .filter(one -> !one.relation().isWithoutMonths())
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.notFound()));
            return new Case(person, line, line.root().map(facts::pausesOf).orElse(List.of()), facts);
        }
    }

    /** Pays no more from this month on. */
    Uni<Answer> pause(Via via, IdempotencyKey key, UUID relation, YearMonth from) {
        return decided(
                via,
                key,
                relation,
                "relation.pause",
                (found, today) -> PauseDecision.pausing(
                        found.line().standing(), found.pauses(), found.facts().paid(), from));
    }

    /** Pays again from this month on. */
    Uni<Answer> resume(Via via, IdempotencyKey key, UUID relation, YearMonth from) {
        return decided(
                via,
                key,
                relation,
                "relation.resume",
                (found, today) ->
                        PauseDecision.resuming(found.line().standing(), found.pauses(), from, YearMonth.from(today)));
    }

    private Uni<Answer> decided(
            Via via,
            IdempotencyKey key,
            UUID relation,
            String action,
            BiFunction<Case, LocalDate, PauseDecision> decision) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> sight.relation(transaction, via.caller().scope(), relation, Purpose.PAUSE)
                        .call(seen -> audited(transaction, via.caller(), action, seen))
                        .chain(seen -> seen.scheme() == Scheme.EMPLOYEE
                                ? read(transaction, seen.person(), relation)
                                        .call(() -> sight.still(
                                                transaction, via.caller().scope(), seen, Purpose.PAUSE))
                                        .chain(found -> carryOut(
                                                new Asked(transaction, via.by(seen.delegation()), today),
                                                found,
                                                decision.apply(found, today)))
                                : refused(via, Stream.of(new Violation("SCHEME_NOT_PAUSED"))))));
    }

    /** As it is now that nobody else decides about the person. */
    private Uni<Case> read(SqlConnection transaction, UUID person, UUID relation) {
        return registry.lock(transaction, person)
                .chain(() -> rows.relations(transaction, person, Scheme.EMPLOYEE))
                .chain(lines -> rows.facts(transaction, person, Scheme.EMPLOYEE, lines)
                        .map(facts -> Case.of(person, lines, relation, facts)));
    }

    private Uni<Answer> carryOut(Asked asked, Case found, PauseDecision decision) {
        var transaction = asked.transaction();
        return switch (decision) {
            case PauseDecision.Refused(var reasons) ->
                refused(asked.via(), reasons.stream().map(PauseReasons::violation));
            case PauseDecision _
            when assistance.unconfirmed(asked.via()).isPresent() -> refused(asked.via(), Stream.empty());
            case PauseDecision.Paused(var from) -> {
                var pause = new PauseId(Ids.next());
                yield pauses.insert(transaction, new Pause(pause, root(found), from, null), asked.today())
                        .chain(() -> reckoned(asked, found, pause, Acts.Of.RELATION_PAUSED));
            }
            case PauseDecision.Resumed(var pause, var last) ->
                pauses.end(transaction, pause, last, asked.today())
                        .chain(() -> reckoned(asked, found, pause, Acts.Of.RELATION_RESUMED));
        };
    }

    private static RelationId root(Case found) {
        return found.line().root().orElseThrow();
    }

    private Uni<Answer> reckoned(Asked asked, Case found, PauseId pause, Acts.Of kind) {
        var transaction = asked.transaction();
        var relation = found.line().relation().id();
        return acts.keep(transaction, kind, pause.value(), found.person(), asked.via())
                .chain(() -> refold.of(transaction, found.person(), asked.today(), asked.via()))
                .chain(() -> read(transaction, found.person(), relation.value()))
                .map(now -> new Answer(
                        OK,
                        null,
                        new PauseView(
                                relation.value(),
                                PausedMonths.of(now.line().relation().paused())),
                        false));
    }

    private Uni<Void> audited(SqlConnection transaction, Caller caller, String action, Sight.Seen seen) {
        var purpose = Sight.why(caller, seen.delegation()).orElse("asked by the person");
        return audit.record(transaction, new Audit.Entry(caller, action, seen.person(), purpose));
    }

    private Uni<Answer> refused(Via via, Stream<Violation> reasons) {
        return Uni.createFrom().item(PauseReasons.refused(reasons, assistance.unconfirmed(via)));
    }
}
