package org.lingbao.enrollment.delegation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.enrollment.channel.Acts;
import org.lingbao.enrollment.channel.Assistance;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.delegation.DelegationRow.Because;
import org.lingbao.enrollment.delegation.domain.Grant;
import org.lingbao.enrollment.delegation.domain.Named;
import org.lingbao.enrollment.person.People;
import org.lingbao.enrollment.person.Person;
import org.lingbao.personal.PersonName;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.Law;
import org.lingbao.rules.capacity.Capacity;
import org.lingbao.rules.identity.IdentityCheck;

/**
 * Grants, shows and ends delegations. Only within the caller's own scope: a delegate is a stranger here, and gives away no right of the
 * person's. The same again changes nothing.
 */
@ApplicationScoped
class Delegations {
    private static final int CREATED = 201;

    private static final String DIED = "select has_died(cast(cast(?1 as text) as uuid))";

    /** Whose it is, if the person is one of the two, whichever number they are called by. */
    private static final String PRINCIPAL = """
            select cast(person_id as text) from delegation
            where delegation_id = cast(cast(?1 as text) as uuid)
              and survivor_of(cast(cast(?2 as text) as uuid)) in (survivor_of(person_id), survivor_of(delegate_id))""";

    private static final String WHO = " in (select p.id from PersonRow p where p.id = ?1 or p.survivorId = ?1)";

    private final People people;
    private final Assistance assistance;
    private final Acts acts;
    private final BusinessDay day;
    private final Audit audit;

    Delegations(People people, Assistance assistance, Acts acts, BusinessDay day, Audit audit) {
        this.people = people;
        this.assistance = assistance;
        this.acts = acts;
        this.day = day;
        this.audit = audit;
    }

    /** The delegation that holds from now on, or every reason why none does. The person's lock makes one of many requests at once. */
    @WithTransaction
    public Uni<Answer> grant(Via via, UUID personId, IdentityCheck.Valid identity, DelegationRequest request) {
        return people.lock(personId, via.caller().scope())
                .map(Delegations::there)
                .chain(person -> people.named(identity, new PersonName(request.name()))
                        .chain(delegate -> decided(person, delegate, request)
                                .map(grant -> GrantReasons.of(grant, assistance.unconfirmed(via)))
                                .chain(reasons -> reasons.isEmpty()
                                        ? granted(via, person, delegate.orElseThrow(), request)
                                        : audited(via.caller(), person.id(), "delegation.grant.in-vain")
                                                .replaceWith(Answer.refused(
                                                        Problem.unprocessable("delegation-refused", reasons))))));
    }

    private Uni<Grant> decided(Person person, Optional<UUID> delegate, DelegationRequest request) {
        return named(person, delegate)
                .chain(named -> capacity(named, delegate, request)
                        .chain(capacity -> hasDied(person.id())
                                .map(died -> Grant.of(request.term(), named, capacity, died, day.today()))));
    }

    /** On the first day on which they might act. */
    private Uni<Optional<Capacity>> capacity(Named named, Optional<UUID> delegate, DelegationRequest request) {
        var today = day.today();
        var first = request.from().isBefore(today) ? today : request.from();
        return named == Named.SOMEBODY
                ? people.find(delegate.orElseThrow(), new AccessScope.Everything())
                        .map(found -> found.map(one -> Law.standard()
                                .capacity()
                                .of(one.birthDate(), first, today)
                                .value()))
                : Uni.createFrom().item(Optional.empty());
    }

    private static Uni<Named> named(Person person, Optional<UUID> delegate) {
        if (delegate.isEmpty()) {
            return Uni.createFrom().item(Named.NOBODY);
        }
        return delegate.get().equals(person.id())
                ? Uni.createFrom().item(Named.THE_PERSON)
                : hasDied(delegate.get()).map(died -> died ? Named.NOBODY : Named.SOMEBODY);
    }

    private static Uni<Boolean> hasDied(UUID person) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DIED, Boolean.class)
                        .setParameter(1, person.toString())
                        .getSingleResult());
    }

    private Uni<Answer> granted(Via via, Person person, UUID delegate, DelegationRequest request) {
        return DelegationRow.<DelegationRow>list(
                        "personId = ?1 and delegateId = ?2 and fromDay = ?3 and untilDay = ?4 and endedOn is null",
                        person.id(),
                        delegate,
                        request.from(),
                        request.until())
                .map(rows -> rows.stream()
                        .filter(row -> Arrays.equals(row.purposes, request.sorted()))
                        .findFirst())
                .chain(known -> known.isEmpty()
                        ? keep(via, person.id(), delegate, request)
                        : Uni.createFrom().item(known.get()))
                .chain(row -> views(List.of(row)))
                .map(views -> new Answer(CREATED, null, views.getFirst(), false));
    }

    private Uni<DelegationRow> keep(Via via, UUID person, UUID delegate, DelegationRequest request) {
        var row = new DelegationRow();
        row.id = Ids.next();
        row.personId = person;
        row.delegateId = delegate;
        row.purposes = request.sorted();
        row.fromDay = request.from();
        row.untilDay = request.until();
        row.grantedOn = day.today();
        return row.<DelegationRow>persist()
                .call(() -> acts.keep(Acts.Of.DELEGATION_GRANTED, row.id, person, via))
                .call(() -> audited(via.caller(), person, "delegation.grant"));
    }

    /** Those that the person gave and those by which they may act for others, the ended ones, too, in the order in which they came. */
    @WithTransaction
    public Uni<DelegationView.All> of(Caller caller, UUID personId) {
        return people.find(personId, caller.scope())
                .map(Delegations::there)
                .call(person -> audited(caller, personId, "delegation.view"))
                .chain(person -> listed("personId", personId)
                        .chain(given ->
                                listed("delegateId", personId).map(held -> new DelegationView.All(given, held))));
    }

    private Uni<List<DelegationView>> listed(String side, UUID person) {
        return DelegationRow.<DelegationRow>list(
                        "from DelegationRow d where d." + side + WHO + " order by d.id", person)
                .chain(this::views);
    }

    private Uni<List<DelegationView>> views(List<DelegationRow> rows) {
        var both = rows.stream()
                .flatMap(row -> Stream.of(row.personId, row.delegateId))
                .collect(Collectors.toSet());
        var today = day.today();
        return people.names(both)
                .map(names -> rows.stream()
                        .map(row -> DelegationView.of(row, names, today))
                        .toList());
    }

    /**
     * Ends it at once: revoked on the side of the person, renounced on the delegate's. It needs no confirmation: nobody is harmed by who
     * may act no more. Whoever acts by it holds the person's lock, so it is done before this or not at all.
     */
    @WithTransaction
    public Uni<Void> end(Via via, UUID personId, UUID delegation) {
        var scope = via.caller().scope();
        return people.find(personId, scope)
                .map(Delegations::there)
                .chain(person -> principal(delegation, person.id()))
                .map(Delegations::there)
                .chain(principal -> people.lock(principal, scope)
                        .chain(seen -> seen.isPresent()
                                ? Uni.createFrom().item(Because.REVOKED)
                                : people.lock(principal, new AccessScope.Everything())
                                        .replaceWith(Because.RENOUNCED)))
                .chain(because -> DelegationRow.<DelegationRow>findById(delegation)
                        .chain(row -> row.endedOn == null
                                ? ended(row, because, via)
                                : Uni.createFrom().voidItem()));
    }

    private static Uni<Optional<UUID>> principal(UUID delegation, UUID person) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PRINCIPAL, String.class)
                        .setParameter(1, delegation.toString())
                        .setParameter(2, person.toString())
                        .getSingleResultOrNull())
                .map(found -> Optional.ofNullable(found).map(UUID::fromString));
    }

    private Uni<Void> ended(DelegationRow row, Because because, Via via) {
        row.endedOn = day.today();
        row.endedBecause = because;
        return acts.keep(Acts.Of.DELEGATION_ENDED, row.id, row.personId, via)
                .chain(() -> audited(via.caller(), row.personId, "delegation.end"));
    }

    private Uni<Void> audited(Caller caller, UUID person, String action) {
        return caller.scope() instanceof AccessScope.Own
                ? Uni.createFrom().voidItem()
                : audit.record(new Audit.Entry(caller, action, person, "served by the agency"));
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
