package org.lingbao.enrollment.evidence;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Person;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.Vault;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Records papers and shows them. Where it is not the person who does, the same transaction records who did. */
@ApplicationScoped
class KeepEvidence {
    private static final String NUMBER = "evidence.number";

    private final People people;
    private final Idempotency idempotency;
    private final Vault vault;
    private final Audit audit;
    private final BusinessDay day;

    KeepEvidence(People people, Idempotency idempotency, Vault vault, Audit audit, BusinessDay day) {
        this.people = people;
        this.idempotency = idempotency;
        this.vault = vault;
        this.audit = audit;
        this.day = day;
    }

    /** Once under the key: a retry makes no second row. Fails with 404 where the caller may not see the person. */
    @WithTransaction
    public Uni<Answer> add(Caller caller, IdempotencyKey key, UUID personId, EvidenceRequest request) {
        return idempotency.once(
                key,
                () -> people.lock(personId, caller.scope())
                        .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                        .chain(person -> row(caller, person, request)
                                .<EvidenceRow>persist()
                                .call(row -> audited(caller, person.id(), "evidence.add")))
                        .map(row -> Answer.created("/persons/" + row.personId + "/evidence", view(row))));
    }

    private EvidenceRow row(Caller caller, Person person, EvidenceRequest request) {
        var row = new EvidenceRow();
        row.id = Ids.next();
        row.personId = person.id();
        row.kind = request.paper().kind();
        row.number = vault.seal(NUMBER, new IdentityNumber(request.number()));
        row.place = request.place();
        row.validFrom = request.validFrom();
        row.validTo = request.validTo();
        row.electronic = request.electronic();
        row.seen = caller.is(Role.CLERK);
        row.statedOn = day.today();
        row.actorIssuer = caller.issuer();
        row.actorSubject = caller.subject();
        return row;
    }

    /** Empty where the caller may not see the person. */
    @WithTransaction
    public Uni<Optional<EvidenceView.All>> of(Caller caller, UUID personId) {
        return people.find(personId, caller.scope())
                .chain(person -> person.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, personId, "evidence.view")
                                .chain(() -> EvidenceRow.<EvidenceRow>list(
                                        "from EvidenceRow e where e.personId = ?1 or e.personId in"
                                                + " (select m.id from PersonRow m where m.survivorId = ?1) order by e.id",
                                        personId))
                                .map(rows -> Optional.of(new EvidenceView.All(
                                        rows.stream().map(this::view).toList()))));
    }

    private EvidenceView view(EvidenceRow row) {
        LocalDate today = day.today();
        return new EvidenceView(
                row.id,
                row.kind,
                new IdentityNumber(vault.open(NUMBER, row.number)),
                row.place,
                row.validFrom,
                row.validTo,
                row.paper().holdsOn(today),
                row.electronic,
                row.seen,
                row.statedOn);
    }

    private Uni<Void> audited(Caller caller, UUID personId, String action) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(caller, action, personId, "served by the agency"));
    }
}
