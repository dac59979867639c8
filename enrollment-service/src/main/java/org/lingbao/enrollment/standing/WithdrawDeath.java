package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Claim;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.value.Scheme;

/**
 * Withdraws the record of a death that was a mistake: all relations are reckoned as if it had never been told, in one transaction. The
 * same again changes nothing.
 */
@ApplicationScoped
class WithdrawDeath {
    private static final int OK = 200;

    private final Pool pool;
    private final Idempotency idempotency;
    private final Sight sight;
    private final Registry registry;
    private final DeathRows deaths;
    private final Relations relations;
    private final Refold refold;
    private final Outbox outbox;
    private final Audit audit;
    private final WithdrawalWords words;
    private final BusinessDay day;

    WithdrawDeath(
            Pool pool,
            Idempotency idempotency,
            Sight sight,
            Registry registry,
            DeathRows deaths,
            Relations relations,
            Refold refold,
            Outbox outbox,
            Audit audit,
            WithdrawalWords words,
            BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.sight = sight;
        this.registry = registry;
        this.deaths = deaths;
        this.relations = relations;
        this.refold = refold;
        this.outbox = outbox;
        this.audit = audit;
        this.words = words;
        this.day = day;
    }

    /** 404 where there is nobody, or not for the caller. */
    Uni<Answer> handle(Caller caller, IdempotencyKey key, UUID person, Claim claim) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> sight.person(transaction, caller.scope(), person)
                        .chain(() -> registry.lockSurvivor(transaction, person))
                        .map(Optional::orElseThrow)
                        .chain(who -> decide(transaction, caller, who, claim, today))));
    }

    private Uni<Answer> decide(SqlConnection transaction, Caller caller, UUID person, Claim claim, LocalDate today) {
        return deaths.of(transaction, person, caller).chain(known -> switch (DeathWithdrawal.of(
                claim, known.recorded(), known.withdrawn())) {
            case DeathWithdrawal.Refused(var reasons) -> Uni.createFrom().item(WithdrawalWords.refused(reasons));
            case DeathWithdrawal.Known _ -> shown(transaction, person, claim);
            case DeathWithdrawal.Accepted _ ->
                withdraw(transaction, caller, person, claim, today).chain(() -> shown(transaction, person, claim));
        });
    }

    /** What is told of the relations comes first: whoever hears of the withdrawal knows them as they are. */
    private Uni<Void> withdraw(SqlConnection transaction, Caller caller, UUID person, Claim claim, LocalDate today) {
        return deaths.withdraw(transaction, person, claim, today)
                .chain(() -> refold.all(transaction, person, today))
                .chain(() -> outbox.append(
                        transaction,
                        PersonDeathWithdrawnV1.TYPE,
                        person,
                        new PersonDeathWithdrawnV1(person, claim.diedOn(), today)))
                .chain(() -> audit.record(
                        transaction, new Audit.Entry(caller, "death.withdraw", person, "recorded by the agency")));
    }

    private Uni<Answer> shown(SqlConnection transaction, UUID person, Claim claim) {
        return relations.of(transaction, person, Scheme.EMPLOYEE).map(held -> {
            var live = held.relations().stream()
                    .filter(Relation::isLive)
                    .map(relation -> relation.id().value())
                    .toList();
            return new Answer(OK, null, new DeathWithdrawnView(person, claim.diedOn(), live, words.toDo()), false);
        });
    }
}
