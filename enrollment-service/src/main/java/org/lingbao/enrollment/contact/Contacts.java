package org.lingbao.enrollment.contact;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.contact.ContactRow.Kind;
import org.lingbao.enrollment.person.People;
import org.lingbao.personal.Address;
import org.lingbao.personal.Personal;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.personal.Vault;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/** Changes contacts and shows them with their history. The same again changes nothing. Empty where the caller may not see the person. */
@ApplicationScoped
class Contacts {
    private final People people;
    private final Vault vault;
    private final Assistance assistance;
    private final Acts acts;
    private final Audit audit;
    private final BusinessDay day;

    Contacts(People people, Vault vault, Assistance assistance, Acts acts, Audit audit, BusinessDay day) {
        this.people = people;
        this.vault = vault;
        this.assistance = assistance;
        this.acts = acts;
        this.audit = audit;
        this.day = day;
    }

    /** The first time, what the registration said is kept, too. */
    @WithTransaction
    public Uni<Optional<ContactView>> phone(Via via, UUID personId, PhoneNumber phone) {
        return found(via, personId)
                .chain(id -> id.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : people.reachedBy(id.get(), phone)
                                .chain(before -> live(id.get(), Kind.PHONE)
                                        .call(known -> known == null && before.isPresent()
                                                ? keep(via.caller(), id.get(), before.get(), null)
                                                : Uni.createFrom().voidItem()))
                                .chain(() -> replace(via, id.get(), phone))
                                .map(Optional::of));
    }

    @WithTransaction
    public Uni<Optional<ContactView>> address(Via via, UUID personId, Address address) {
        return found(via, personId)
                .chain(id -> id.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : replace(via, id.get(), address).map(Optional::of));
    }

    @WithTransaction
    public Uni<Optional<ContactView.All>> of(Caller caller, UUID personId) {
        return people.find(personId, caller.scope())
                .chain(person -> person.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : audited(caller, personId, "contact.view")
                                .chain(() -> ContactRow.<ContactRow>list(
                                        "from ContactRow c where c.personId = ?1 or c.personId in"
                                                + " (select m.id from PersonRow m where m.survivorId = ?1) order by c.id",
                                        personId))
                                .map(rows -> Optional.of(new ContactView.All(
                                        rows.stream().map(this::view).toList()))));
    }

    /** Locked: of two changes at once the second replaces the first. */
    private Uni<Optional<UUID>> found(Via via, UUID personId) {
        return people.lock(personId, via.caller().scope())
                .map(person -> person.map(one -> one.id()))
                .invoke(id -> id.ifPresent(_ -> assistance.refuseUnconfirmed(via)))
                .call(id ->
                        id.isEmpty() ? Uni.createFrom().voidItem() : audited(via.caller(), id.get(), "contact.change"));
    }

    private static Uni<@Nullable ContactRow> live(UUID person, Kind kind) {
        return ContactRow.<ContactRow>find("personId = ?1 and kind = ?2 and until is null", person, kind)
                .firstResult();
    }

    private Uni<ContactView> replace(Via via, UUID person, Personal contact) {
        return live(person, kind(contact))
                .chain(known -> known != null && open(known).equals(contact)
                        ? Uni.createFrom().item(known)
                        : end(known)
                                .chain(() -> keep(via.caller(), person, contact, day.today()))
                                .call(row -> acts.keep(Acts.Of.CONTACT_CHANGED, row.id, person, via)))
                .map(this::view);
    }

    /** It must reach the table before the next one: one of a kind holds. */
    private Uni<Void> end(@Nullable ContactRow known) {
        if (known == null) {
            return Uni.createFrom().voidItem();
        }
        known.until = day.today();
        return known.flush();
    }

    private Uni<ContactRow> keep(Caller caller, UUID person, Personal contact, @Nullable LocalDate since) {
        var row = new ContactRow();
        row.id = Ids.next();
        row.personId = person;
        row.kind = kind(contact);
        row.value = vault.seal(column(row.kind), contact);
        row.since = since;
        row.actorIssuer = caller.issuer();
        row.actorSubject = caller.subject();
        return row.<ContactRow>persistAndFlush();
    }

    private ContactView view(ContactRow row) {
        return new ContactView(row.kind, open(row), row.since, row.until);
    }

    private Personal open(ContactRow row) {
        var whole = vault.open(column(row.kind), row.value);
        return row.kind == Kind.PHONE ? new PhoneNumber(whole) : new Address(whole);
    }

    private static Kind kind(Personal contact) {
        return contact instanceof PhoneNumber ? Kind.PHONE : Kind.ADDRESS;
    }

    private static String column(Kind kind) {
        return "contact." + kind;
    }

    private Uni<Void> audited(Caller caller, UUID person, String action) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(caller, action, person, "served by the agency"));
    }
}
