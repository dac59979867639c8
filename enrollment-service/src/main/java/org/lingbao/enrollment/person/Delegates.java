package org.lingbao.enrollment.person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;

/**
 * The persons for whom a caller may act by a delegation that holds (委托代办), beside those within the caller's own scope. Only what asks
 * here lets a delegate in: everywhere else they are strangers. It joins the caller's session and transaction.
 */
@ApplicationScoped
public class Delegates {
    private static final String ACTS_FOR =
            "select cast(acts_for(?1, ?2, cast(cast(?3 as text) as uuid), ?4, ?5) as text)";

    /** Of the same delegate as another one, under whichever number they were named. */
    private static final String SAME_DELEGATE = """
            select cast(now.delegation_id as text) from delegation now, delegation made
            where now.delegation_id = cast(cast(?1 as text) as uuid) and made.delegation_id = cast(cast(?2 as text) as uuid)
              and survivor_of(now.delegate_id) = survivor_of(made.delegate_id)""";

    /** All of the delegate of one, under whichever number they were named. */
    private static final String ALL_OF_DELEGATE = """
            select cast(made.delegation_id as text) from delegation now, delegation made
            where now.delegation_id = cast(cast(?1 as text) as uuid)
              and survivor_of(now.delegate_id) = survivor_of(made.delegate_id) and made.person_id in
                (select same_person(now.person_id))""";

    private final People people;
    private final BusinessDay day;

    Delegates(People people, BusinessDay day) {
        this.people = people;
        this.day = day;
    }

    /**
     * A person whom the caller reaches.
     *
     * @param delegation by which; null: by their own scope
     */
    public record Reached(Person person, @Nullable UUID delegation) {
        /** What a query for this very person is to be kept within. */
        public AccessScope within(AccessScope own) {
            return delegation == null ? own : new AccessScope.Everything();
        }
    }

    /** The person, if the caller may see them or act for them. */
    public Uni<Optional<Reached>> find(UUID id, AccessScope scope, Purpose purpose) {
        return people.find(id, scope)
                .chain(person -> person.isPresent()
                        ? own(person)
                        : delegation(id, scope, purpose)
                                .chain(by -> by.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : people.find(id, new AccessScope.Everything())
                                                .map(found -> found.map(one -> new Reached(one, by.get())))));
    }

    private static Uni<Optional<Reached>> own(Optional<Person> person) {
        return Uni.createFrom().item(person.map(one -> new Reached(one, null)));
    }

    /** By which the caller may act; none for who has no login of a person. */
    Uni<Optional<UUID>> delegation(UUID person, AccessScope scope, Purpose purpose) {
        if (!(scope instanceof AccessScope.Own(var issuer, var subject))) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ACTS_FOR, String.class)
                        .setParameter(1, issuer)
                        .setParameter(2, subject)
                        .setParameter(3, person.toString())
                        .setParameter(4, purpose.name())
                        .setParameter(5, day.today())
                        .getSingleResultOrNull())
                .map(found -> Optional.ofNullable(found).map(UUID::fromString));
    }

    /**
     * By which delegation that holds the caller may look at what they did for a person, if it was they who did it.
     *
     * @param made by which it was done, perhaps an earlier one; null: by none
     */
    public Uni<Optional<UUID>> whoDid(UUID person, @Nullable UUID made, AccessScope scope, Purpose purpose) {
        return made == null
                ? Uni.createFrom().item(Optional.empty())
                : delegation(person, scope, purpose)
                        .chain(held -> held.isEmpty() ? Uni.createFrom().item(held) : ofSameDelegate(held.get(), made));
    }

    private static Uni<Optional<UUID>> ofSameDelegate(UUID held, UUID made) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SAME_DELEGATE, String.class)
                        .setParameter(1, held.toString())
                        .setParameter(2, made.toString())
                        .getSingleResultOrNull())
                .map(found -> Optional.ofNullable(found).map(UUID::fromString));
    }

    /** This delegation and all others of the same delegate for the same person, those that have ended, too. */
    public Uni<List<UUID>> ofSameDelegate(UUID held) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL_OF_DELEGATE, String.class)
                        .setParameter(1, held.toString())
                        .getResultList())
                .map(found -> found.stream().map(UUID::fromString).toList());
    }
}
