package org.lingbao.enrollment.duplicate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.duplicate.domain.Word;
import org.lingbao.enrollment.person.Likenesses.Trait;
import org.lingbao.enrollment.person.Portraits;
import org.lingbao.enrollment.person.Registry;
import org.lingbao.platform.audit.Audit;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Finds possible matches within what the caller may see, and shows them. */
@ApplicationScoped
class Matches {
    private final Pool pool;
    private final Registry registry;
    private final Portraits portraits;
    private final Audit audit;

    Matches(Pool pool, Registry registry, Portraits portraits, Audit audit) {
        this.pool = pool;
        this.registry = registry;
        this.portraits = portraits;
        this.audit = audit;
    }

    /** A row of {@code possible_match}. */
    record Found(
            UUID id,
            UUID first,
            UUID second,
            List<Trait> traits,
            LocalDate foundOn,
            @Nullable Word decision,
            @Nullable UUID survivor,
            @Nullable LocalDate decidedOn) {}

    /** To who may see both; the same transaction records who looked. */
    Uni<MatchView> show(Caller caller, UUID match) {
        return pool.withTransaction(transaction -> find(transaction, caller, match)
                .call(found -> audited(transaction, caller, "possible-match.open", found))
                .chain(found -> view(transaction, found)));
    }

    /** @throws ProblemException 404 where it is not there, or the caller does not see both of them */
    Uni<Found> find(SqlConnection transaction, Caller caller, UUID match) {
        return find(transaction, caller, match, MatchSql.FIND);
    }

    /** The same, and nobody else decides it until the transaction ends. */
    Uni<Found> lock(SqlConnection transaction, Caller caller, UUID match) {
        return find(transaction, caller, match, MatchSql.LOCKED);
    }

    private Uni<Found> find(SqlConnection transaction, Caller caller, UUID match, String query) {
        return transaction
                .preparedQuery(query)
                .execute(Tuple.of(match))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw notThere();
                    }
                    return found(rows.iterator().next());
                })
                .call(found -> sees(transaction, caller, found.first()))
                .call(found -> sees(transaction, caller, found.second()));
    }

    private Uni<Void> sees(SqlConnection transaction, Caller caller, UUID person) {
        return registry.sees(transaction, caller.scope(), person)
                .invoke(sees -> {
                    if (!sees) {
                        throw notThere();
                    }
                })
                .replaceWithVoid();
    }

    Uni<MatchView> view(SqlConnection transaction, Found found) {
        return portraits
                .of(transaction, found.first())
                .chain(first -> portraits
                        .of(transaction, found.second())
                        .map(second -> new MatchView(
                                found.id(),
                                found.traits(),
                                found.foundOn(),
                                first,
                                second,
                                found.decision(),
                                found.survivor(),
                                found.decidedOn())));
    }

    /** About both of them. */
    Uni<Void> audited(SqlConnection transaction, Caller caller, String action, Found found) {
        var purpose = "possible match " + found.id();
        return audit.record(transaction, new Audit.Entry(caller, action, found.first(), purpose))
                .chain(() -> audit.record(transaction, new Audit.Entry(caller, action, found.second(), purpose)));
    }

    private static Found found(Row row) {
        var decision = row.getString("decision");
        return new Found(
                row.getUUID("match_id"),
                row.getUUID("first_person"),
                row.getUUID("second_person"),
                Arrays.stream(row.getArrayOfStrings("traits"))
                        .map(Trait::valueOf)
                        .toList(),
                row.getLocalDate("found_on"),
                decision == null ? null : Word.valueOf(decision),
                row.getUUID("survivor_id"),
                row.getLocalDate("decided_on"));
    }

    private static ProblemException notThere() {
        return new ProblemException(Problem.notFound());
    }
}
