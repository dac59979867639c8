package org.lingbao.transfer.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.transfer.person.Persons;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Command;
import org.lingbao.transfer.transfer.domain.Step;

/** Does to a case what a clerk of its place or the person wants, if that can follow now. */
@ApplicationScoped
class Act {
    private static final int CONFLICT = 409;

    private final Pool pool;
    private final Audit audit;
    private final Persons persons;
    private final Cases cases;
    private final Dockets dockets;
    private final Agency agency;
    private final ViewTransfers views;

    Act(Pool pool, Audit audit, Persons persons, Cases cases, Dockets dockets, Agency agency, ViewTransfers views) {
        this.pool = pool;
        this.audit = audit;
        this.persons = persons;
        this.cases = cases;
        this.dockets = dockets;
        this.agency = agency;
        this.views = views;
    }

    /** @return the case afterwards; fails with 404 or, where it cannot follow now, with 409 and every reason */
    Uni<CaseView> handle(Caller caller, UUID id, Command command) {
        return pool.withTransaction(transaction -> views.actedOn(transaction, caller, id)
                .map(Act::there)
                .call(subject -> note(transaction, caller, command, subject.person()))
                .chain(() -> dockets.find(transaction, new CaseId(id)))
                .map(Act::there)
                .chain(docket -> step(transaction, docket, command))
                .chain(() -> views.one(transaction, caller, id))
                .map(Act::there));
    }

    /** The letter names the person, which only enrollment can; it is asked before the transaction. */
    Uni<CaseView> sendLetter(Caller caller, UUID id) {
        return views.actedOn(pool, caller, id)
                .map(Act::there)
                .chain(subject -> persons.identityOf(subject.person())
                        .map(Act::there)
                        .map(identity -> agency.letter(identity, subject.oldPlace(), subject.newPlace())))
                .chain(letter -> handle(caller, id, new Command.SendLetter(letter)));
    }

    private Uni<Docket> step(SqlConnection transaction, Docket docket, Command command) {
        var moment = cases.now();
        var step = docket.step(command, moment);
        if (step instanceof Step.Refused<Side>(var reasons)) {
            var violations =
                    reasons.stream().map(reason -> new Violation(reason.code())).toList();
            throw new ProblemException(Problem.of(CONFLICT, "transfer-not-now", violations));
        }
        return cases.write(transaction, docket, step, moment);
    }

    private Uni<Void> note(SqlConnection transaction, Caller caller, Command command, UUID person) {
        if (caller.scope() instanceof AccessScope.Own) {
            return Uni.createFrom().voidItem();
        }
        var action = switch (command) {
            case Command.SendLetter _ -> "transfer.letter";
            case Command.Refuse _ -> "transfer.refuse";
            case Command.Cancel() -> "transfer.cancel";
            case Command.Recheck() -> "transfer.recheck";
            case Command.Correct() -> "transfer.correct";
            case Command.Supplement() -> "transfer.supplement";
        };
        return audit.record(transaction, new Audit.Entry(caller, action, person, "served by the agency"));
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
