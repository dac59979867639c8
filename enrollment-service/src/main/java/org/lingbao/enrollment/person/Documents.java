package org.lingbao.enrollment.person;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/**
 * Other documents of a person, old and new: each finds the person. One that somebody else has, too, is recorded as well; the two are
 * a possible match then.
 */
@ApplicationScoped
class Documents {
    private final People people;
    private final Sealed sealed;
    private final Audit audit;
    private final BusinessDay day;

    Documents(People people, Sealed sealed, Audit audit, BusinessDay day) {
        this.people = people;
        this.sealed = sealed;
        this.audit = audit;
        this.day = day;
    }

    /** The document as it is recorded; the same again changes nothing. Empty where the caller may not see the person. */
    @WithTransaction
    public Uni<Optional<DocumentView>> add(Caller caller, UUID personId, Document document) {
        return people.lock(personId, caller.scope())
                .chain(person -> person.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : add(caller, person.get(), document).map(Optional::of));
    }

    private Uni<DocumentView> add(Caller caller, Person person, Document document) {
        return DocumentRow.<DocumentRow>find("personId = ?1 and numberIndex = ?2", person.id(), sealed.index(document))
                .firstResult()
                .chain(known -> known == null
                        ? row(caller, person, document).<DocumentRow>persist()
                        : Uni.createFrom().item(known))
                .call(row -> audit.record(
                        new Audit.Entry(caller, "person.document-add", person.id(), "shown at the counter")))
                .map(sealed::view);
    }

    private DocumentRow row(Caller caller, Person person, Document document) {
        var row = new DocumentRow();
        row.id = Ids.next();
        row.personId = person.id();
        sealed.seal(row, document);
        row.statedOn = day.today();
        row.actorIssuer = caller.issuer();
        row.actorSubject = caller.subject();
        return row;
    }

    /** Those of a person who was merged are the survivor's, too. Empty where the caller may not see the person. */
    @WithTransaction
    public Uni<Optional<DocumentView.All>> of(Caller caller, UUID personId) {
        return people.find(personId, caller.scope())
                .chain(person -> person.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, personId)
                                .chain(() -> DocumentRow.<DocumentRow>list(
                                        "from DocumentRow d where d.personId = ?1 or d.personId in"
                                                + " (select m.id from PersonRow m where m.survivorId = ?1) order by d.id",
                                        personId))
                                .map(rows -> Optional.of(new DocumentView.All(
                                        rows.stream().map(sealed::view).toList()))));
    }

    private Uni<Void> audited(Caller caller, UUID personId) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(caller, "person.documents", personId, "served by the agency"));
    }
}
