package org.lingbao.enrollment.organisation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.List;
import org.lingbao.enrollment.organisation.domain.MoveDecision;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Moves an organisation to another parent, or takes an employer in; what else follows from a move happens in the same transaction. */
@ApplicationScoped
class MoveOrganisation {
    private static final String PURPOSE = "runs the tree of organisations: %s under %s from %s";

    private final Pool pool;
    private final OrganisationRows rows;
    private final Instance<Settling> settling;
    private final Idempotency idempotency;
    private final Audit audit;
    private final BusinessDay day;

    MoveOrganisation(
            Pool pool,
            OrganisationRows rows,
            Instance<Settling> settling,
            Idempotency idempotency,
            Audit audit,
            BusinessDay day) {
        this.pool = pool;
        this.rows = rows;
        this.settling = settling;
        this.idempotency = idempotency;
        this.audit = audit;
        this.day = day;
    }

    /** 404 where there is none. */
    Uni<Answer> handle(
            Caller caller, IdempotencyKey key, OrganisationCode code, OrganisationCode parent, LocalDate from) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> rows.lock(transaction, code)
                        .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                        .chain(node -> rows.on(transaction, parent, from)
                                .map(there -> MoveDecision.of(node, parent, there, from, today)))
                        .chain(decision -> carryOut(transaction, caller, decision))));
    }

    /** Takes an employer into the tree. */
    Uni<Answer> add(
            Caller caller,
            IdempotencyKey key,
            OrganisationCode employer,
            String name,
            OrganisationCode parent,
            LocalDate from) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> rows.lock(transaction, employer)
                        .chain(known -> rows.on(transaction, parent, from)
                                .map(there ->
                                        MoveDecision.ofNew(employer, known.isPresent(), parent, there, from, today)))
                        .chain(decision -> decision instanceof MoveDecision.Moves added
                                ? takeIn(transaction, caller, added, name)
                                : Uni.createFrom().item(answer(decision)))));
    }

    private Uni<Answer> takeIn(SqlConnection transaction, Caller caller, MoveDecision.Moves employer, String name) {
        return rows.add(transaction, employer, name)
                .chain(first -> first
                        ? audited(transaction, caller, "organisation.add", employer)
                                .replaceWith(answer(employer))
                        : Uni.createFrom()
                                .item(answer(new MoveDecision.Refused(
                                        List.of(new MoveDecision.Reason.KnownAlready(employer.code()))))));
    }

    private Uni<Answer> carryOut(SqlConnection transaction, Caller caller, MoveDecision decision) {
        return decision instanceof MoveDecision.Moves move
                ? rows.move(transaction, move)
                        .chain(() -> settle(transaction, move))
                        .chain(() -> audited(transaction, caller, "organisation.move", move))
                        .replaceWith(answer(move))
                : Uni.createFrom().item(answer(decision));
    }

    private Uni<Void> settle(SqlConnection transaction, MoveDecision.Moves move) {
        return Multi.createFrom()
                .iterable(settling)
                .onItem()
                .transformToUniAndConcatenate(one -> one.moved(transaction, move))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> audited(SqlConnection transaction, Caller caller, String action, MoveDecision.Moves move) {
        return audit.record(
                transaction,
                Audit.Entry.ofNobody(caller, action, PURPOSE.formatted(move.code(), move.parent(), move.from())));
    }

    private static Answer answer(MoveDecision decision) {
        return switch (decision) {
            case MoveDecision.Moves moves -> Answer.created("/organisations/" + moves.code(), MoveView.of(moves));
            case MoveDecision.Refused(var reasons) ->
                Answer.refused(Problem.unprocessable("organisation-move-refused", MoveReasons.violations(reasons)));
        };
    }
}
