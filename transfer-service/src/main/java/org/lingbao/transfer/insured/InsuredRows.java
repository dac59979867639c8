package org.lingbao.transfer.insured;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the projection: tables login, person_area, relation and first_payment. */
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

    /** Told again, it goes on. */
    private static final String OPEN = """
            insert into relation (relation_id, person_id, scheme, place) values ($1, $2, $3, $4)
            on conflict (relation_id) do update set closed = false""";

    private static final String CLOSE = "update relation set closed = true where relation_id = $1";

    private static final String PAID = """
            insert into first_payment (person_id, scheme, place, paid_on) values ($1, $2, $3, $4)
            on conflict (person_id, scheme, place)
            do update set paid_on = least(first_payment.paid_on, excluded.paid_on)""";

    private static final String FIRST_PAID =
            "update first_payment set paid_on = $4 where person_id = $1 and scheme = $2 and place = $3";

    private static final String NEVER_PAID =
            "delete from first_payment where person_id = $1 and scheme = $2 and place = $3";

    Uni<Void> link(SqlConnection transaction, PersonRegistered event) {
        return event.issuer() == null || event.subject() == null
                ? Uni.createFrom().voidItem()
                : write(transaction, LINK, Tuple.of(event.issuer(), event.subject(), event.personId()));
    }

    Uni<Void> addArea(SqlConnection transaction, PersonAreaAdded event) {
        return write(transaction, ADD_AREA, Tuple.of(event.personId(), event.place()));
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
        var relation =
                Tuple.of(event.relationId(), event.personId(), event.scheme().name(), event.place());
        return write(transaction, OPEN, relation);
    }

    Uni<Void> close(SqlConnection transaction, RelationClosed event) {
        return write(transaction, CLOSE, Tuple.of(event.relationId()));
    }

    Uni<Void> paid(SqlConnection transaction, MonthPaid event) {
        var payment = Tuple.of(event.personId(), event.scheme().name(), event.place(), event.paidOn());
        return write(transaction, PAID, payment);
    }

    /** What was told of a payment of the place was a bank's mistake: what contribution says of the others holds. */
    Uni<Void> reversed(SqlConnection transaction, PaymentReversed event) {
        var place = Tuple.of(event.personId(), event.scheme().name(), event.place());
        return event.firstPaidOn() == null
                ? write(transaction, NEVER_PAID, place)
                : write(transaction, FIRST_PAID, place.addLocalDate(event.firstPaidOn()));
    }

    private static Uni<Void> write(SqlConnection transaction, String statement, Tuple values) {
        return transaction.preparedQuery(statement).execute(values).replaceWithVoid();
    }
}
