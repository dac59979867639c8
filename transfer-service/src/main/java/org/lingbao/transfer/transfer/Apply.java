package org.lingbao.transfer.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.transfer.Mover;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.exchange.Mailbox;
import org.lingbao.transfer.insured.Insured;
import org.lingbao.transfer.insured.InsuredPersons;
import org.lingbao.transfer.person.Identity;
import org.lingbao.transfer.person.Persons;
import org.lingbao.transfer.transfer.TransferRequest.Application;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Command;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.Move;
import org.lingbao.transfer.transfer.domain.Opening;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Step;

/**
 * Takes an application at the new place and decides it at once (即时办结): where the rules say yes, the case is open and its letter
 * to the old place is written in the same transaction.
 */
@ApplicationScoped
class Apply {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final Duration EVENT_ON_ITS_WAY = Duration.ofSeconds(1);
    private static final Reason NO_RELATION = new Reason("TRANSFER_NO_RELATION");
    private static final Reason NOT_CONNECTED = new Reason("TRANSFER_NOT_CONNECTED");

    /** What this service found; all other reasons are the law's. */
    private static final Set<Reason> OURS = Set.of(NO_RELATION, NOT_CONNECTED, Reason.TRANSFER_OPEN);

    private final Pool pool;
    private final Idempotency idempotency;
    private final Audit audit;
    private final InsuredPersons insured;
    private final Persons persons;
    private final Cases cases;
    private final Dockets dockets;
    private final Mailbox mailbox;
    private final Agency agency;
    private final ViewTransfers views;
    private final ObjectMapper mapper;

    Apply(
            Pool pool,
            Idempotency idempotency,
            Audit audit,
            InsuredPersons insured,
            Persons persons,
            Cases cases,
            Dockets dockets,
            Mailbox mailbox,
            Agency agency,
            ViewTransfers views,
            ObjectMapper mapper) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.audit = audit;
        this.insured = insured;
        this.persons = persons;
        this.cases = cases;
        this.dockets = dockets;
        this.mailbox = mailbox;
        this.agency = agency;
        this.views = views;
        this.mapper = mapper;
    }

    /** Enrollment is asked before the transaction, and only about somebody whom the caller may see. */
    Uni<Answer> handle(Caller caller, IdempotencyKey key, Application application) {
        return insured.in(pool, caller.scope(), application.person(), application.newPlace())
                .map(Apply::there)
                .chain(seen -> persons.identityOf(application.person()))
                .map(Apply::there)
                .chain(identity -> pool.withTransaction(transaction ->
                        idempotency.once(transaction, key, () -> decide(transaction, caller, application, identity))));
    }

    /** Not there yet, not there at all, or not yours: one answer. It is not kept, for the same may succeed a moment later. */
    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound().retryAfter(EVENT_ON_ITS_WAY)));
    }

    /** Who has just joined is known a moment later, so that this is all that stands in the way is not kept either. */
    private static ProblemException notYet() {
        var problem = Problem.of(NOT_FOUND, "not-found", List.of(new Violation(NO_RELATION.code())));
        return new ProblemException(problem.retryAfter(EVENT_ON_ITS_WAY));
    }

    private Uni<Answer> decide(SqlConnection transaction, Caller caller, Application application, Identity identity) {
        var moment = cases.now();
        return dockets.isOpen(transaction, application.person())
                .chain(open -> insured.in(transaction, caller.scope(), application.person(), application.newPlace())
                        .map(Apply::there)
                        .chain(known -> answer(
                                transaction,
                                caller,
                                application,
                                identity,
                                known.relation(),
                                opening(application, identity, known, open, moment),
                                moment)))
                .call(() -> note(transaction, caller, application));
    }

    private static Explained<Opening> opening(
            Application application, Identity identity, Insured known, boolean open, Moment moment) {
        var move = new Move(
                new CaseId(Ids.next()),
                new PersonId(application.person()),
                application.oldPlace(),
                application.newPlace());
        var paid = known.firstPaidOn();
        var hukou = identity.hukou();
        var mover = new Mover(
                hukou == null ? null : new Place(hukou),
                application.newPlace(),
                application.oldPlace(),
                identity.birthDate(),
                identity.sex(),
                paid == null ? moment.today() : paid,
                application.posted(),
                application.drawingPension());
        return Opening.of(move, mover, open, moment);
    }

    /**
     * Whoever pays nowhere here has nothing to move to, whatever else the law says; and a letter to a province that has no
     * cell yet would wait for ever.
     */
    private Uni<Answer> answer(
            SqlConnection transaction,
            Caller caller,
            Application application,
            Identity identity,
            boolean paysHere,
            Explained<Opening> opening,
            Moment moment) {
        var reasons = new ArrayList<>(opening.value() instanceof Opening.Refused(var given) ? given : List.of());
        if (!paysHere) {
            reasons.add(NO_RELATION);
        }
        if (asksTheOldPlace(opening.value())
                && !mailbox.reaches(application.oldPlace().province().code())) {
            reasons.add(NOT_CONNECTED);
        }
        if (reasons.equals(List.of(NO_RELATION))) {
            return Uni.createFrom().failure(notYet());
        }
        if (!reasons.isEmpty()) {
            return item(refused(reasons, opening.trace()));
        }
        return switch (opening.value()) {
            case Opening.NotNeeded() -> item(decided(new DecisionView("NO_TRANSFER_NEEDED", null, opening.trace())));
            case Opening.Temporary(var reachedOn) ->
                item(decided(new DecisionView("TEMPORARY_ACCOUNT", reachedOn, opening.trace())));
            case Opening.Refused(var given) -> item(refused(given, opening.trace()));
            case Opening.Opened opened ->
                open(transaction, opened, identity, opening.trace(), moment)
                        .chain(id -> views.one(transaction, caller, id.value()))
                        .map(view -> Answer.created(
                                "/transfers/" + view.orElseThrow().transferId(), view.orElseThrow()));
        };
    }

    private static boolean asksTheOldPlace(Opening opening) {
        return switch (opening) {
            case Opening.Opened _, Opening.Refused _ -> true;
            case Opening.NotNeeded(), Opening.Temporary _ -> false;
        };
    }

    private Uni<CaseId> open(
            SqlConnection transaction, Opening.Opened opened, Identity identity, Trace trace, Moment moment) {
        var side = new Side.In(opened.state());
        var move = side.move();
        var letter = new Command.SendLetter(agency.letter(identity, move.oldPlace(), move.newPlace()));
        return dockets.lock(transaction, move.id(), side.partner().code())
                .chain(docket -> cases.write(transaction, docket, new Step.Taken<>(side, opened.effects()), moment))
                .chain(docket -> cases.write(transaction, docket, docket.step(letter, moment), moment))
                .chain(docket -> dockets.explain(transaction, docket.id(), json(trace)))
                .replaceWith(move.id());
    }

    private Uni<Void> note(SqlConnection transaction, Caller caller, Application application) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(
                        transaction,
                        new Audit.Entry(caller, "transfer.apply", application.person(), "served by the agency"));
    }

    private static Answer decided(DecisionView view) {
        return new Answer(OK, null, view, false);
    }

    private static Answer refused(List<Reason> reasons, Trace trace) {
        var violations = reasons.stream()
                .sorted()
                .map(reason -> OURS.contains(reason)
                        ? new Violation(reason.code())
                        : new Violation(reason.code()).citing(trace.article()))
                .toList();
        return Answer.refused(Problem.unprocessable("transfer-refused", violations));
    }

    private static Uni<Answer> item(Answer answer) {
        return Uni.createFrom().item(answer);
    }

    private String json(Trace trace) {
        try {
            return mapper.writeValueAsString(trace);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a trace that is not JSON", e);
        }
    }
}
