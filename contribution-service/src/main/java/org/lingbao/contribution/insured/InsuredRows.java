package org.lingbao.contribution.insured;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.lingbao.contribution.billing.BillAgain;
import org.lingbao.contribution.billing.WithdrawBills;

/** Writes the projection: tables login, person_area and relation; and ends the plans of a relation that ends. */
@ApplicationScoped
class InsuredRows {
    private static final String LINK = """
            with own as (
                insert into login (issuer, subject, person_id) values ($1, $2, $3)
                on conflict (issuer, subject) do nothing
            )
            insert into login_of_merged (issuer, subject, person_id)
            select $1, $2, id from same_person($3) where id <> $3 on conflict do nothing""";

    private static final String ADD_AREA =
            "insert into person_area (person_id, place) select id, $2 from same_person($1) on conflict do nothing";

    /** Of two merges at once the second sees what the first did: nobody points to who is merged. */
    private static final String ONE_MERGE = "select pg_advisory_xact_lock(hashtextextended('person-merged', 0))";

    private static final String MERGE = """
            insert into person_merged (person_id, survivor_id) values ($1, survivor_of($2))
            on conflict (person_id) do update set survivor_id = excluded.survivor_id""";

    /** Those who were merged into who is merged now. */
    private static final String FOLLOW =
            "update person_merged set survivor_id = survivor_of($1) where survivor_id = $1";

    private static final String SHARE_LOGINS = """
            insert into login_of_merged (issuer, subject, person_id)
            select distinct l.issuer, l.subject, p.id from login l cross join same_person($1) p
            where l.person_id in (select id from same_person($1)) and l.person_id <> p.id on conflict do nothing""";

    private static final String SHARE_AREAS = """
            insert into person_area (person_id, place)
            select p.id, a.place from person_area a cross join same_person($1) p
            where a.person_id in (select id from same_person($1)) on conflict do nothing""";

    /** Told again it goes on, or its months are reckoned anew. */
    private static final String OPEN = """
            insert into relation
                (relation_id, person_id, scheme, place, standing, from_month, last_payable_month, opened_on, to_month)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (relation_id) do update set from_month = excluded.from_month, to_month = excluded.to_month""";

    private static final String CLOSE = """
            update relation set to_month = $2, from_month = coalesce($3, from_month) where relation_id = $1""";

    /** In a statement after the relation's lock, so that a plan that was chosen meanwhile is seen. */
    private static final String END_PLAN = """
            update plan set until_month = greatest($2, cast(from_month - interval '1 month' as date))
            where relation_id = $1 and coalesce(until_month > $2, true)""";

    private static final String PAUSE = """
            update relation set paused = cast(cast($2 as text) as datemultirange) where relation_id = $1""";

    private final WithdrawBills bills;
    private final BillAgain again;

    InsuredRows(WithdrawBills bills, BillAgain again) {
        this.bills = bills;
        this.again = again;
    }

    Uni<Void> link(SqlConnection transaction, PersonRegistered event) {
        if (event.issuer() == null || event.subject() == null) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(LINK)
                .execute(Tuple.of(event.issuer(), event.subject(), event.personId()))
                .replaceWithVoid();
    }

    Uni<Void> addArea(SqlConnection transaction, PersonAreaAdded event) {
        return transaction
                .preparedQuery(ADD_AREA)
                .execute(Tuple.of(event.personId(), event.place()))
                .replaceWithVoid();
    }

    /** What is under either id is one person's: their logins and agencies see both. */
    Uni<Void> merge(SqlConnection transaction, PersonMerged event) {
        var merged = Tuple.of(event.personId());
        return transaction
                .query(ONE_MERGE)
                .execute()
                .chain(() -> transaction.preparedQuery(MERGE).execute(Tuple.of(event.personId(), event.survivorId())))
                .chain(() -> transaction.preparedQuery(FOLLOW).execute(merged))
                .chain(() -> transaction.preparedQuery(SHARE_LOGINS).execute(merged))
                .chain(() -> transaction.preparedQuery(SHARE_AREAS).execute(merged))
                .replaceWithVoid();
    }

    Uni<Void> open(SqlConnection transaction, RelationOpened event) {
        var lastPayable = event.lastPayableMonth();
        var to = event.to();
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.from(Arrays.asList(
                        event.relationId(),
                        event.personId(),
                        event.scheme().name(),
                        event.place(),
                        event.standing(),
                        event.from().atDay(1),
                        lastPayable == null ? null : lastPayable.atDay(1),
                        event.openedOn(),
                        to == null ? null : to.atDay(1))))
                .replaceWithVoid();
    }

    Uni<Void> close(SqlConnection transaction, RelationClosed event) {
        var from = event.from();
        var last = Tuple.of(event.relationId(), event.to().atDay(1));
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.of(event.relationId(), event.to().atDay(1))
                        .addLocalDate(from == null ? null : from.atDay(1)))
                .chain(() -> transaction.preparedQuery(END_PLAN).execute(last))
                .chain(() -> event.losesMonths()
                        ? bills.beyond(transaction, event.relationId(), event.to())
                        : Uni.createFrom().voidItem());
    }

    /** What is billed of paused months and not paid is void. */
    Uni<Void> pause(SqlConnection transaction, RelationPaused event) {
        return transaction
                .preparedQuery(PAUSE)
                .execute(Tuple.of(event.relationId(), PausedMonths.written(event.paused())))
                .chain(() -> bills.paused(transaction, event.relationId()));
    }

    /** Not only with the next billing run: this month's may have been. */
    Uni<Void> resume(SqlConnection transaction, RelationPaused event) {
        return pause(transaction, event).chain(() -> again.now(transaction, event.relationId()));
    }
}
