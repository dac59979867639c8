package org.lingbao.enrollment.duplicate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.consent.EndConsents;
import org.lingbao.enrollment.delegation.EndDelegations;
import org.lingbao.enrollment.duplicate.Matches.Found;
import org.lingbao.enrollment.duplicate.domain.Party;
import org.lingbao.enrollment.duplicate.domain.PersonId;
import org.lingbao.enrollment.duplicate.domain.Verdict;
import org.lingbao.enrollment.duplicate.domain.Verdict.Reason;
import org.lingbao.enrollment.duplicate.domain.Word;
import org.lingbao.enrollment.person.MergePersons;
import org.lingbao.enrollment.standing.MergeStandings;
import org.lingbao.enrollment.worklist.WorkLists;
import org.lingbao.enrollment.worklist.domain.Kind;
import org.lingbao.enrollment.worklist.domain.Outcome;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.Violation;

/**
 * Takes what somebody who sees both says of a possible match. Where it is one person, they are merged in the same transaction: relations,
 * consents and delegations of the one end, what was joined goes on at the other, the logins are theirs.
 */
@ApplicationScoped
class DecideMatch {
    private static final int OK = 200;

    private final Pool pool;
    private final Matches matches;
    private final MergePersons persons;
    private final MergeStandings standings;
    private final EndConsents consents;
    private final EndDelegations delegations;
    private final WorkLists workLists;
    private final BusinessDay day;

    DecideMatch(
            Pool pool,
            Matches matches,
            MergePersons persons,
            MergeStandings standings,
            EndConsents consents,
            EndDelegations delegations,
            WorkLists workLists,
            BusinessDay day) {
        this.pool = pool;
        this.matches = matches;
        this.persons = persons;
        this.standings = standings;
        this.consents = consents;
        this.delegations = delegations;
        this.workLists = workLists;
        this.day = day;
    }

    /** The same word again changes nothing. */
    Uni<Answer> handle(Caller caller, UUID match, Word word, @Nullable PersonId survivor) {
        return pool.withTransaction(transaction -> matches.lock(transaction, caller, match)
                .chain(found -> persons.lock(transaction, found.first(), found.second())
                        .chain(today -> party(transaction, found.first(), today.first())
                                .chain(first -> party(transaction, found.second(), today.second())
                                        .map(second -> Verdict.of(first, second, found.decision(), word, survivor))))
                        .chain(verdict -> carryOut(transaction, caller, found, verdict))));
    }

    private Uni<Party> party(SqlConnection transaction, UUID named, UUID today) {
        return standings
                .ties(transaction, today)
                .map(ties -> new Party(
                        new PersonId(named), new PersonId(today), ties.money(), ties.employed(), ties.recorded()));
    }

    private Uni<Answer> carryOut(SqlConnection transaction, Caller caller, Found found, Verdict verdict) {
        var today = day.today();
        return switch (verdict) {
            case Verdict.Refused(var reasons) ->
                matches.audited(transaction, caller, "possible-match.decide.in-vain", found)
                        .map(done -> Answer.refused(Problem.unprocessable("match-not-decided", violations(reasons))));
            case Verdict.Known() -> shown(transaction, caller, found);
            case Verdict.Apart() -> decided(transaction, caller, found, Word.DIFFERENT, null, today);
            case Verdict.One(var survivor) -> decided(transaction, caller, found, Word.SAME, survivor.value(), today);
            case Verdict.Merged(var merged, var survivor) ->
                standings
                        .merge(transaction, merged.value(), survivor.value(), today)
                        .chain(() -> consents.of(transaction, merged.value(), today))
                        .chain(() -> delegations.of(transaction, merged.value(), today))
                        .chain(() -> persons.merge(transaction, merged.value(), survivor.value(), today))
                        .chain(() -> decided(transaction, caller, found, Word.SAME, survivor.value(), today));
        };
    }

    private Uni<Answer> decided(
            SqlConnection transaction,
            Caller caller,
            Found found,
            Word word,
            @Nullable UUID survivor,
            LocalDate today) {
        var values = Arrays.asList(found.id(), word.name(), survivor, today, caller.issuer(), caller.subject());
        return transaction
                .preparedQuery(MatchSql.DECIDE)
                .execute(Tuple.from(values))
                .chain(() -> workLists.end(
                        transaction, Kind.POSSIBLE_MATCH, found.id(), Outcome.valueOf(word.name()), caller, today))
                .chain(() -> matches.audited(transaction, caller, "possible-match.decide", found))
                .chain(() -> shown(transaction, caller, found));
    }

    private Uni<Answer> shown(SqlConnection transaction, Caller caller, Found found) {
        return matches.find(transaction, caller, found.id())
                .chain(now -> matches.view(transaction, now))
                .map(view -> new Answer(OK, null, view, false));
    }

    private static List<Violation> violations(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> switch (reason) {
                    case Reason.DecidedOtherwise(var word) -> new Violation(reason.code()).with("decision", word);
                    case Reason.AlreadyOne() -> new Violation(reason.code()).at("/decision");
                    case Reason.SurvivorMissing(), Reason.SurvivorUnfit() ->
                        new Violation(reason.code()).at("/survivorId");
                    case Reason.MergedHasMoney _, Reason.MergedIsEmployed _, Reason.MergedIsRecorded _ ->
                        new Violation(reason.code()).at("/survivorId");
                })
                .toList();
    }
}
