package org.lingbao.enrollment.person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.organisation.Seat;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.platform.database.InSession;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.identity.IdentityCheck;
import org.lingbao.rules.value.Place;

/** The persons, for the other features. It joins the caller's session and transaction and opens none of its own. */
@ApplicationScoped
public class People {
    private static final String BELONGS = """
            insert into person_area (person_id, place, because) values (cast(cast(?1 as text) as uuid), ?2, ?3)
            on conflict do nothing""";

    /** As the function known_by has it. */
    private static final String KNOWN_BY = "from PersonRow p where p.id in ("
            + "select known.id from PersonRow known where known.identityIndex = ?1"
            + " union all select d.personId from DocumentRow d where d.numberIndex = ?1"
            + " and not exists (select 1 from PersonRow owner where owner.identityIndex = ?1))" + ViewPerson.FIRST;

    private static final String SERVED = """
            insert into served_at_terminal (person_id, bank, terminal, served_on)
            values (cast(cast($1 as text) as uuid), $2, $3, $4)
            on conflict (person_id, bank, terminal) do update set served_on = excluded.served_on""";

    private final Sealed sealed;
    private final Outbox outbox;
    private final BusinessDay day;

    People(Sealed sealed, Outbox outbox, BusinessDay day) {
        this.sealed = sealed;
        this.outbox = outbox;
        this.day = day;
    }

    /** Why agencies of a place may see a person. */
    public enum Because {
        /** Household register there (户籍地). */
        HUKOU,
        /** Came to a counter there. */
        AGENCY,
        /** Enrolled there (参保地). */
        RELATION,
        /** Lives in the community. */
        COMMUNITY
    }

    /** The person, if the caller may see them. */
    public Uni<Optional<Person>> find(UUID id, AccessScope scope) {
        return row(id, scope, LockModeType.NONE)
                .map(row -> Optional.ofNullable(row).map(sealed::person));
    }

    /**
     * The same, and nobody else decides about this person until the transaction ends: two applications at once are
     * decided one after the other, and the second sees what the first did. Of one who was merged, the survivor: nothing is
     * decided about the other any more.
     */
    public Uni<Optional<Person>> lock(UUID id, AccessScope scope) {
        return row(id, scope, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> row == null || row.survivorId == null
                        ? Uni.createFrom().item(Optional.ofNullable(row).map(sealed::person))
                        : lock(row.survivorId, scope));
    }

    private Uni<@Nullable PersonRow> row(UUID id, AccessScope scope, LockModeType lock) {
        var visible = Visible.to(scope, "p.id", day.today());
        return PersonRow.<PersonRow>find(
                        "from PersonRow p where p.id = :id and " + visible.hql(), visible.with("id", id))
                .withLock(lock)
                .firstResult();
    }

    /** Whose number this is, if it is registered under this name; of one who was merged, the survivor. */
    public Uni<Optional<UUID>> named(IdentityCheck.Valid identity, PersonName name) {
        return PersonRow.<PersonRow>find(KNOWN_BY, sealed.index(new IdentityNumber(identity.number())))
                .firstResult()
                .map(row -> Optional.ofNullable(row)
                        .filter(one -> sealed.name(one).equals(name))
                        .map(one -> one.survivorId == null ? one.id : one.survivorId));
    }

    /** How these are called; a name shows itself masked. */
    public Uni<Map<UUID, PersonName>> names(Set<UUID> persons) {
        return persons.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : PersonRow.<PersonRow>list("id in ?1", persons)
                        .map(rows -> rows.stream()
                                .collect(Collectors.toUnmodifiableMap(row -> row.id, row -> sealed.name(row))));
    }

    /**
     * From now on the person is reached by this phone. The caller holds the person's lock.
     *
     * @return by which one before; empty where an employer named the person and nobody has said one
     */
    public Uni<Optional<PhoneNumber>> reachedBy(UUID personId, PhoneNumber phone) {
        return PersonRow.<PersonRow>findById(personId).map(row -> {
            var before = sealed.phone(row);
            if (!before.equals(Optional.of(phone))) {
                sealed.phone(row, phone);
            }
            return before;
        });
    }

    /** From now on the agencies of this place may see the person, here and in the services that hear of it. */
    Uni<Void> belongs(UUID personId, Place place, Because because) {
        return belongs(personId, place.code(), place, because);
    }

    /** The same of an organisation, which may be a town or community; other services hear of its county. */
    Uni<Void> belongs(UUID personId, Seat seat, Because because) {
        return belongs(personId, seat.code().code(), seat.place(), because);
    }

    /** Today this terminal reaches the person, who is there. */
    Uni<Void> servedAt(UUID personId, String bank, String terminal) {
        return InSession.write(SERVED, List.of(personId.toString(), bank, terminal, day.today()))
                .replaceWithVoid();
    }

    private Uni<Void> belongs(UUID personId, String code, Place place, Because because) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BELONGS)
                        .setParameter(1, personId.toString())
                        .setParameter(2, code)
                        .setParameter(3, because.name())
                        .executeUpdate())
                .chain(inserted -> inserted == 0
                        ? Uni.createFrom().voidItem()
                        : outbox.append(
                                PersonAreaAddedV1.TYPE, personId, new PersonAreaAddedV1(personId, place.code())));
    }
}
