package org.lingbao.enrollment.consent;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.consent.Purposes.Purpose;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Person;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Grants and revokes. Doing either again changes nothing and publishes nothing. */
@ApplicationScoped
class Consents {
    private final People people;
    private final Assistance assistance;
    private final Acts acts;
    private final BusinessDay day;
    private final Outbox outbox;
    private final Audit audit;

    Consents(People people, Assistance assistance, Acts acts, BusinessDay day, Outbox outbox, Audit audit) {
        this.people = people;
        this.assistance = assistance;
        this.acts = acts;
        this.day = day;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The consent that now holds; a consent to an older text of the same purpose ends. */
    @WithTransaction
    public Uni<ConsentView> grant(Via via, UUID personId, Purpose purpose) {
        return found(via.caller(), personId)
                .invoke(() -> assistance.refuseUnconfirmed(via))
                .call(id -> audited(via.caller(), id, "consent.grant"))
                .chain(id -> live(id, purpose.code())
                        .chain(held -> held.isPresent() && held.get().version == purpose.version()
                                ? Uni.createFrom().item(held.get())
                                : replace(held, via, id, purpose)))
                .map(ConsentRow::view);
    }

    /** Ends the consent, if one holds. It needs no confirmation: nobody is harmed by what is no longer shown. */
    @WithTransaction
    public Uni<Void> revoke(Via via, UUID personId, String purpose) {
        return found(via.caller(), personId)
                .call(id -> audited(via.caller(), id, "consent.revoke"))
                .chain(id -> live(id, purpose))
                .chain(held -> held.isPresent()
                        ? end(held.get(), via)
                        : Uni.createFrom().voidItem());
    }

    /** The person's lock keeps two requests about one consent apart; of one who was merged, it is the survivor's consent. */
    private Uni<UUID> found(Caller caller, UUID personId) {
        return people.lock(personId, caller.scope())
                .map(person -> person.map(Person::id).orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    private Uni<Void> audited(Caller caller, UUID personId, String action) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(caller, action, personId, "assisted at the counter"));
    }

    private static Uni<Optional<ConsentRow>> live(UUID personId, String purpose) {
        return ConsentRow.<ConsentRow>find("personId = ?1 and purpose = ?2 and endedOn is null", personId, purpose)
                .firstResult()
                .map(Optional::ofNullable);
    }

    private Uni<ConsentRow> replace(Optional<ConsentRow> older, Via via, UUID personId, Purpose purpose) {
        older.ifPresent(row -> row.endedOn = day.today());
        var row = new ConsentRow();
        row.id = Ids.next();
        row.personId = personId;
        row.purpose = purpose.code();
        row.version = purpose.version();
        row.grantedOn = day.today();
        row.actorIssuer = via.caller().issuer();
        row.actorSubject = via.caller().subject();
        var event = new ConsentGrantedV1(personId, row.purpose, row.version, row.grantedOn, via.toldChannel());
        // The older row's update must reach the table before the insert: one live row per purpose.
        return (older.isPresent() ? older.get().flush() : Uni.createFrom().voidItem())
                .chain(() -> row.<ConsentRow>persist())
                .call(() -> acts.keep(Acts.Of.CONSENT_GRANTED, row.id, personId, via))
                .call(() -> outbox.append(ConsentGrantedV1.TYPE, personId, event));
    }

    private Uni<Void> end(ConsentRow row, Via via) {
        var today = day.today();
        row.endedOn = today;
        return acts.keep(Acts.Of.CONSENT_REVOKED, row.id, row.personId, via)
                .chain(() -> outbox.append(
                        ConsentRevokedV1.TYPE,
                        row.personId,
                        new ConsentRevokedV1(row.personId, row.purpose, today, via.toldChannel())));
    }
}
