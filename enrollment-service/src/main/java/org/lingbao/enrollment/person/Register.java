package org.lingbao.enrollment.person;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.organisation.Seat;
import org.lingbao.enrollment.person.People.Because;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/**
 * Makes a person known to the cell, once. A citizen's login is linked to the person that it registers; a clerk registers
 * a person at the counter without a login, and a bank's terminal one who stands before it.
 */
@ApplicationScoped
class Register {
    private static final int ALREADY_THERE = 200;

    private final BusinessDay day;
    private final Sealed sealed;
    private final People people;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Audit audit;
    private final Acts acts;

    Register(
            BusinessDay day,
            Sealed sealed,
            People people,
            Idempotency idempotency,
            Outbox outbox,
            Audit audit,
            Acts acts) {
        this.day = day;
        this.sealed = sealed;
        this.people = people;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.audit = audit;
        this.acts = acts;
    }

    /**
     * Fails with a constraint's violation where another request registers the same number or login right now.
     *
     * @param agency of a clerk
     */
    @WithTransaction
    public Uni<Answer> handle(Via via, IdempotencyKey key, Registration registration, Optional<Seat> agency) {
        var caller = via.caller();
        return idempotency.once(
                key,
                () -> byNumber(registration)
                        .chain(known -> via.isAssisted()
                                ? assisted(via, registration, known, serving(caller, agency))
                                : byThePerson(via, registration, known))
                        .call(answer -> acted(via, answer)));
    }

    private Uni<Void> acted(Via via, Answer answer) {
        var person = ((PersonView) answer.body()).personId();
        return acts.keep(Acts.Of.PERSON_REGISTERED, person, person, via);
    }

    /** Whether another request was faster; the same command, tried again, sees what that one did. */
    static boolean lostTheRace(Throwable failure) {
        return failure instanceof ConstraintViolationException;
    }

    private Uni<Answer> byThePerson(Via via, Registration registration, @Nullable PersonRow known) {
        var caller = via.caller();
        return LoginRow.<LoginRow>findById(new LoginRow.Key(caller.issuer(), caller.subject()))
                .chain(login -> {
                    if (login == null) {
                        return known == null
                                ? create(
                                        via,
                                        registration,
                                        Optional.of(caller),
                                        _ -> Uni.createFrom().voidItem())
                                : isOnlyNamed(known, registration)
                                        ? complete(via, known, registration, Optional.of(caller))
                                        : conflict("PERSON_ALREADY_REGISTERED");
                    }
                    return known == null ? linkedSince(login, registration) : ownOrConflict(login, known);
                });
    }

    /** The login's row may have come between the two reads, and then its person came with it. */
    private Uni<Answer> linkedSince(LoginRow login, Registration registration) {
        return byNumber(registration)
                .chain(now -> now == null ? conflict("LOGIN_ALREADY_LINKED") : ownOrConflict(login, now));
    }

    private Uni<Answer> ownOrConflict(LoginRow login, PersonRow known) {
        return login.personId.equals(known.id)
                ? Uni.createFrom().item(there(known))
                : conflict("PERSON_ALREADY_REGISTERED");
    }

    /** Whose document it is, locked: nobody merges the person meanwhile; of one who was merged, the survivor. */
    private Uni<@Nullable PersonRow> byNumber(Registration registration) {
        return PersonRow.<PersonRow>find(
                        "from PersonRow p where " + ViewPerson.BY_DOCUMENT + ViewPerson.FIRST,
                        Map.of("indexes", sealed.indexes(registration.holder().document())))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(Register::survivor);
    }

    /** The merge may have come between the search and the lock. */
    private static Uni<@Nullable PersonRow> survivor(@Nullable PersonRow row) {
        return row == null || row.survivorId == null
                ? Uni.createFrom().item(row)
                : PersonRow.<PersonRow>findById(row.survivorId, LockModeType.PESSIMISTIC_WRITE)
                        .chain(Register::survivor);
    }

    /**
     * From now on whoever serves the person may reach them: the agency of the clerk, wherever registered before; the terminal, today.
     *
     * @throws ProblemException 403 for a clerk of no agency
     */
    private Function<UUID, Uni<Void>> serving(Caller caller, Optional<Seat> agency) {
        if (caller.scope() instanceof AccessScope.Partner(var bank, var terminal) && terminal != null) {
            return person -> people.servedAt(person, bank, terminal);
        }
        var seat = agency.orElseThrow(() -> new ProblemException(forbidden()));
        return person -> people.belongs(person, seat, Because.AGENCY);
    }

    /** Who shows the document, with number and name, may be served there. */
    private Uni<Answer> assisted(
            Via via, Registration registration, @Nullable PersonRow known, Function<UUID, Uni<Void>> serving) {
        var caller = via.caller();
        if (known == null) {
            return create(via, registration, Optional.empty(), serving)
                    .call(answer -> audited(caller, answer, "person.register"));
        }
        if (!sealed.name(known).equals(registration.name())) {
            return conflict("PERSON_ALREADY_REGISTERED");
        }
        var whole = isOnlyNamed(known, registration)
                ? complete(via, known, registration, Optional.empty()).replaceWithVoid()
                : livesIn(known, registration);
        return whole.chain(() -> serving.apply(known.id))
                .map(done -> there(known))
                .call(answer -> audited(caller, answer, "person.present-at-counter"));
    }

    private Uni<Void> audited(Caller caller, Answer answer, String action) {
        var subject = ((PersonView) answer.body()).personId();
        var why = caller.is(Role.BANK) ? "assisted at a terminal of the bank" : "assisted at the counter";
        return audit.record(new Audit.Entry(caller, action, subject, why));
    }

    /** Whether an employer named the person, under this name, and nobody has registered them yet. */
    private boolean isOnlyNamed(PersonRow known, Registration registration) {
        return known.phone == null && sealed.name(known).equals(registration.name());
    }

    /** The person adds what an employer does not know; from now on the login is theirs. */
    private Uni<Answer> complete(Via via, PersonRow row, Registration registration, Optional<Caller> owner) {
        sealed.phone(row, registration.phone());
        row.hukou = registration.hukou().code();
        return livesIn(row, registration)
                .chain(() -> row.<PersonRow>persistAndFlush())
                .chain(() -> link(row, owner))
                .chain(() -> owner.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.append(PersonRegisteredV1.TYPE, row.id, registered(via, row, owner)))
                .chain(() -> people.belongs(row.id, registration.hukou(), Because.HUKOU))
                .map(done -> there(row));
    }

    private static PersonRegisteredV1 registered(Via via, PersonRow row, Optional<Caller> owner) {
        return new PersonRegisteredV1(
                row.id,
                owner.map(Caller::issuer).orElse(null),
                owner.map(Caller::subject).orElse(null),
                row.registeredOn,
                via.toldChannel());
    }

    private Uni<Answer> create(
            Via via, Registration registration, Optional<Caller> owner, Function<UUID, Uni<Void>> serving) {
        var row = new PersonRow();
        row.id = Ids.next();
        sealed.seal(row, registration.holder().document(), registration.name(), registration.phone());
        row.birthDate = registration.holder().birthDate();
        row.sex = registration.holder().sex();
        row.hukou = registration.hukou().code();
        row.registeredOn = day.today();
        return row.<PersonRow>persistAndFlush() // the areas refer to it by native statements
                .chain(() -> link(row, owner))
                .chain(() -> outbox.append(PersonRegisteredV1.TYPE, row.id, registered(via, row, owner)))
                .chain(() -> people.belongs(row.id, registration.hukou(), Because.HUKOU))
                .chain(() -> serving.apply(row.id))
                .chain(() -> livesIn(row, registration))
                .map(done -> Answer.created("/persons/" + row.id, sealed.view(row)));
    }

    /** Keeps where the person lives, if that was said and was not known; nobody moves somebody else by registering. */
    private Uni<Void> livesIn(PersonRow row, Registration registration) {
        if (registration.community().isEmpty() || row.community != null) {
            return Uni.createFrom().voidItem();
        }
        var community = registration.community().get();
        row.community = community.code().code();
        return people.belongs(row.id, community, Because.COMMUNITY);
    }

    private static Uni<Void> link(PersonRow row, Optional<Caller> owner) {
        if (owner.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var login = new LoginRow();
        login.issuer = owner.get().issuer();
        login.subject = owner.get().subject();
        login.personId = row.id;
        login.linkedOn = row.registeredOn;
        return login.<LoginRow>persist().replaceWithVoid();
    }

    private Answer there(PersonRow row) {
        return new Answer(ALREADY_THERE, "/persons/" + row.id, sealed.view(row), false);
    }

    private static Uni<Answer> conflict(String code) {
        return Uni.createFrom()
                .failure(new ProblemException(Problem.conflict("person-not-registered", new Violation(code))));
    }

    private static Problem forbidden() {
        return Problem.of(403, "forbidden", List.of(new Violation("FORBIDDEN")));
    }
}
