package org.lingbao.enrollment.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.person.Purpose;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.enrollment.person.Visible;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.rules.value.Scheme;

/** Whom a caller may see, as {@link Visible} has it, for commands that write with SQL. */
@ApplicationScoped
class Sight {
    private static final String MAY_SEE = Visible.condition("seen.person_id", "seen.person_id");

    /** One of which no month is left is not there. */
    private static final String RELATION = "select seen.person_id, seen.scheme from relation seen where seen.id = $1"
            + " and (seen.to_month is null or seen.to_month >= seen.from_month) and " + MAY_SEE;

    private static final String PERSON =
            "select seen.person_id from (select id as person_id from person where id = $1) seen where " + MAY_SEE;

    private final Registry registry;
    private final BusinessDay day;

    Sight(Registry registry, BusinessDay day) {
        this.registry = registry;
        this.day = day;
    }

    /**
     * Whose relation it is, and in which scheme.
     *
     * @param delegation by which it is seen; null: by the caller's own scope
     */
    record Seen(UUID person, Scheme scheme, @Nullable UUID delegation) {
        Seen by(UUID held) {
            return new Seen(person, scheme, held);
        }
    }

    /** 404 where there is none, or not for the caller. */
    Uni<Seen> relation(SqlConnection transaction, AccessScope scope, UUID relation) {
        return find(transaction, scope, relation).map(Sight::there);
    }

    /** The same for a delegate, too. */
    Uni<Seen> relation(SqlConnection transaction, AccessScope scope, UUID relation, Purpose purpose) {
        return find(transaction, scope, relation)
                .chain(own -> own.isPresent()
                        ? Uni.createFrom().item(own)
                        : find(transaction, new AccessScope.Everything(), relation)
                                .chain(any -> any.isEmpty()
                                        ? Uni.createFrom().item(any)
                                        : registry.delegation(
                                                        transaction,
                                                        scope,
                                                        any.get().person(),
                                                        purpose)
                                                .map(held -> held.map(any.get()::by))))
                .map(Sight::there);
    }

    /** Behind the person's lock, which whoever ends a delegation holds, too: 404 where the one by which it is seen ended. */
    Uni<Void> still(SqlConnection transaction, AccessScope scope, Seen seen, Purpose purpose) {
        return seen.delegation() == null
                ? Uni.createFrom().voidItem()
                : registry.delegation(transaction, scope, seen.person(), purpose)
                        .map(Sight::there)
                        .replaceWithVoid();
    }

    private Uni<Optional<Seen>> find(SqlConnection transaction, AccessScope scope, UUID relation) {
        return transaction
                .preparedQuery(RELATION)
                .execute(Visible.asked(relation, scope, day.today()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Seen(row.getUUID("person_id"), Scheme.valueOf(row.getString("scheme")), null))
                        .findFirst());
    }

    /** 404 where there is nobody, or not for the caller. */
    Uni<Void> person(SqlConnection transaction, AccessScope scope, UUID person) {
        return sees(transaction, scope, person)
                .map(sees -> there(sees ? Optional.of(person) : Optional.empty()))
                .replaceWithVoid();
    }

    /** The same for a delegate, too: by which delegation; empty: by the caller's own scope. */
    Uni<Optional<UUID>> person(SqlConnection transaction, AccessScope scope, UUID person, Purpose purpose) {
        return sees(transaction, scope, person)
                .chain(sees -> sees
                        ? Uni.createFrom().item(Optional.empty())
                        : registry.delegation(transaction, scope, person, purpose)
                                .map(held -> Optional.of(there(held))));
    }

    private Uni<Boolean> sees(SqlConnection transaction, AccessScope scope, UUID person) {
        return transaction
                .preparedQuery(PERSON)
                .execute(Visible.asked(person, scope, day.today()))
                .map(rows -> rows.size() > 0);
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    /** Why somebody else looks, for the audit; empty: it is the person. */
    static Optional<String> why(Caller caller, @Nullable UUID delegation) {
        if (delegation != null) {
            return Optional.of("by delegation " + delegation);
        }
        return caller.scope() instanceof AccessScope.Own ? Optional.empty() : Optional.of("served by the agency");
    }
}
