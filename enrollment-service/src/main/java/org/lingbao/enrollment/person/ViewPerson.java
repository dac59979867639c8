package org.lingbao.enrollment.person;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;

/** Shows a person, masked but to a service of the cell. Where it is not the person who looks, the same transaction records who did. */
@ApplicationScoped
class ViewPerson {
    /**
     * By the document of the registration, or by the number that an old one became; only where nobody is registered with it, by another
     * document that was recorded: what somebody recorded of another takes nobody's number away.
     */
    static final String BY_DOCUMENT = "p.id in ("
            + "select coalesce(known.survivorId, known.id) from PersonRow known where known.identityIndex in :indexes"
            + " union all select coalesce(known.survivorId, known.id) from PersonRow known, DocumentRow d"
            + " where d.personId = known.id and d.numberIndex in :indexes"
            + " and not exists (select 1 from PersonRow owner where owner.identityIndex in :indexes))";

    /** Where two persons have shown the same document, who did so first. */
    static final String FIRST = " order by p.registeredOn, p.id";

    private final Sealed sealed;
    private final Delegates delegates;
    private final Audit audit;
    private final BusinessDay day;

    ViewPerson(Sealed sealed, Delegates delegates, Audit audit, BusinessDay day) {
        this.sealed = sealed;
        this.delegates = delegates;
        this.audit = audit;
        this.day = day;
    }

    /** To a delegate, too. */
    @WithTransaction
    public Uni<Optional<PersonView>> byId(Caller caller, UUID id) {
        var visible = Visible.to(caller.scope(), "p.id", day.today());
        return one(caller, "p.id = :id and " + visible.hql(), visible.with("id", id), "person.view")
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : toDelegate(caller, id));
    }

    private Uni<Optional<PersonView>> toDelegate(Caller caller, UUID id) {
        return delegates
                .delegation(id, caller.scope(), Purpose.VIEW)
                .chain(by -> by.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : PersonRow.<PersonRow>findById(id)
                                .map(row -> Optional.of(sealed.view(row)))
                                .call(() -> audit.record(
                                        new Audit.Entry(caller, "person.view", id, "by delegation " + by.get()))));
    }

    /** The person of the caller's own login. */
    @WithTransaction
    public Uni<Optional<PersonView>> own(Caller caller) {
        var visible = Visible.to(new AccessScope.Own(caller.issuer(), caller.subject()), "p.id", day.today());
        return one(caller, "p.survivorId is null and " + visible.hql(), visible.parameters(), "person.view");
    }

    /**
     * The person with this document, whichever of theirs it is. A bank's client may find anybody whose whole number it was given, and so may another
     * service of the cell; a clerk, as always, whom the clerk may see.
     */
    @WithTransaction
    public Uni<Optional<PersonView>> byDocument(Caller caller, Document document) {
        var visible = caller.scope() instanceof AccessScope.Partner
                ? new Visible("1 = 1", Map.of())
                : Visible.to(caller.scope(), "p.id", day.today());
        return one(
                        caller,
                        BY_DOCUMENT + " and " + visible.hql(),
                        visible.with("indexes", sealed.indexes(document)),
                        "person.lookup")
                .call(found -> found.isPresent() ? Uni.createFrom().voidItem() : inVain(caller, "person.lookup"));
    }

    /**
     * Who a person is, with whole number and name, for a service that writes them into a document and keeps neither. A
     * look that finds nobody is recorded, too.
     */
    @WithTransaction
    public Uni<Optional<IdentityView>> identity(Caller caller, UUID id) {
        var visible = Visible.to(caller.scope(), "p.id", day.today());
        return row(caller, "p.id = :id and " + visible.hql(), visible.with("id", id), "person.identity")
                .map(found -> found.map(sealed::identity))
                .call(found -> found.isPresent() ? Uni.createFrom().voidItem() : inVain(caller, "person.identity"));
    }

    /** A clerk or a terminal tried to register a person and was refused: recorded by itself, since the attempt leaves nothing else. */
    @WithTransaction
    public Uni<Void> refusedAtCounter(Caller caller) {
        return inVain(caller, "person.present-at-counter");
    }

    /** What found nobody is recorded too: else numbers could be tried out unseen. */
    private Uni<Void> inVain(Caller caller, String action) {
        return audit.record(Audit.Entry.ofNobody(caller, action + ".in-vain", purpose(caller)));
    }

    private Uni<Optional<PersonView>> one(
            Caller caller, String condition, Map<String, Object> parameters, String action) {
        return row(caller, condition, parameters, action).map(found -> found.map(sealed::view));
    }

    private Uni<Optional<PersonRow>> row(
            Caller caller, String condition, Map<String, Object> parameters, String action) {
        return PersonRow.<PersonRow>find("from PersonRow p where " + condition + FIRST, parameters)
                .firstResult()
                .map(Optional::ofNullable)
                .call(found -> found.isEmpty() || caller.scope() instanceof AccessScope.Own
                        ? Uni.createFrom().voidItem()
                        : audit.record(new Audit.Entry(caller, action, found.get().id, purpose(caller))));
    }

    private static String purpose(Caller caller) {
        if (caller.is(Role.SERVICE)) {
            return "transfer of rights between provinces";
        }
        return caller.scope() instanceof AccessScope.Partner
                ? "served at a terminal or branch of the bank"
                : "served by the agency";
    }
}
