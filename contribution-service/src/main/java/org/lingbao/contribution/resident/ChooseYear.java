package org.lingbao.contribution.resident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.lingbao.contribution.insured.Relation;
import org.lingbao.contribution.insured.Relations;
import org.lingbao.contribution.resident.YearRequest.Wish;
import org.lingbao.contribution.resident.domain.YearChoice;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.PaymentChannel;
import org.lingbao.rules.contribution.ResidentYear;
import org.lingbao.rules.contribution.ResidentYear.Payable;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Scheme;

/** Takes a resident's choice of a tier for a year, or of another one while the year is not paid: the plan and its bill. */
@ApplicationScoped
class ChooseYear {
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final Duration EVENT_ON_ITS_WAY = Duration.ofSeconds(1);

    private final Pool pool;
    private final Idempotency idempotency;
    private final Relations relations;
    private final BusinessDay day;

    ChooseYear(Pool pool, Idempotency idempotency, Relations relations, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.relations = relations;
        this.day = day;
    }

    /** What is known of the person and the year. */
    private record Facts(boolean paid, boolean inFlight, boolean employee, boolean confirmed, long employeeMonths) {
        static Facts read(Row row) {
            return new Facts(
                    row.getBoolean("paid"),
                    row.getBoolean("in_flight"),
                    row.getBoolean("employee"),
                    row.getBoolean("confirmed"),
                    row.getLong("employee_months"));
        }

        YearChoice of(Relation relation) {
            return new YearChoice(relation.from(), relation.lastPayable(), relation.sealed(), employee, paid, inFlight);
        }
    }

    Uni<Answer> handle(AccessScope scope, IdempotencyKey key, Wish wish) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                key,
                () -> relations
                        .find(transaction, scope, wish.person(), Scheme.RESIDENT, YearMonth.from(today))
                        .map(found -> found.orElseThrow(ChooseYear::notKnown))
                        .chain(relation -> choose(transaction, wish, relation, today)
                                .onFailure(DataNotLoaded.class)
                                .transform(missing -> notLoaded(relation, (DataNotLoaded) missing)))));
    }

    private Uni<Answer> choose(SqlConnection transaction, Wish wish, Relation relation, LocalDate today) {
        var asked = Tuple.of(
                wish.person(), wish.year().atDay(1), relation.place().province().code());
        return transaction
                .preparedQuery(YearSql.ALONE)
                .execute(Tuple.of(wish.person().toString()))
                .chain(() -> transaction.preparedQuery(YearSql.FACTS).execute(asked))
                .map(rows -> Facts.read(rows.iterator().next()))
                .chain(facts -> decide(transaction, wish, relation, facts, today));
    }

    private static Uni<Answer> decide(
            SqlConnection transaction, Wish wish, Relation relation, Facts facts, LocalDate today) {
        var answer = Law.standard()
                .residentYear()
                .of(new ResidentYear.Asked(relation.place(), wish.tier(), wish.year(), facts.confirmed(), today));
        var against = facts.of(relation).refusalsOf(wish.year());
        return switch (answer.value()) {
            case ResidentYear.Refused(var reasons) -> refused(reasons, against);
            case Payable payable when !against.isEmpty() -> refused(List.of(), against);
            case Payable payable ->
                write(transaction, wish, relation, payable, today)
                        .map(bill -> created(wish, relation, facts, payable, bill, answer.trace()));
        };
    }

    /** Of the resident scheme no other channels are known than those of the place's employees. */
    private static Uni<UUID> write(
            SqlConnection transaction, Wish wish, Relation relation, Payable payable, LocalDate today) {
        var channels = Law.standard()
                .contribution()
                .channels(relation.place(), Scheme.EMPLOYEE, today)
                .value();
        var bill = Ids.next();
        var first = wish.year().atDay(1);
        var chosen = Tuple.of(
                        Ids.next(),
                        relation.id(),
                        wish.person(),
                        relation.place().code())
                .addLong(payable.own().fen())
                .addLocalDate(first)
                .addLocalDate(today)
                .addUUID(bill)
                .addLocalDate(payable.payableUntil())
                .addArrayOfString(
                        channels.offered().stream().map(PaymentChannel::name).toArray(String[]::new))
                .addLong(payable.subsidy().fen());
        return transaction
                .preparedQuery(YearSql.WITHDRAW)
                .execute(Tuple.of(wish.person(), first, today))
                .chain(() -> transaction.preparedQuery(YearSql.CHOOSE).execute(chosen))
                .replaceWith(bill);
    }

    private static Answer created(
            Wish wish, Relation relation, Facts facts, Payable payable, UUID bill, Trace calculation) {
        var view = YearView.of(wish, relation.place().code(), payable, bill, facts.employeeMonths(), calculation);
        return new Answer(CREATED, null, view, false);
    }

    private static Uni<Answer> refused(List<ResidentYear.Reason> byLaw, List<YearChoice.Reason> byFacts) {
        return Uni.createFrom().item(Answer.refused(YearRefusals.of(byLaw, byFacts)));
    }

    /** Not there yet, not there at all, or not yours: one answer. It is not kept: it may succeed a moment later. */
    private static ProblemException notKnown() {
        var problem = Problem.of(NOT_FOUND, "not-found", List.of(new Violation("RELATION_NOT_KNOWN")));
        return new ProblemException(problem.retryAfter(EVENT_ON_ITS_WAY));
    }

    /** It is not kept either, for the table may be loaded later. */
    private static ProblemException notLoaded(Relation relation, DataNotLoaded missing) {
        return new ProblemException(Problem.malformed(new Violation("RESIDENT_TABLE_NOT_LOADED")
                .with("place", relation.place().code())
                .with("what", missing.what())));
    }
}
