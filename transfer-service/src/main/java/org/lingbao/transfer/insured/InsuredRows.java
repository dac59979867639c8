package org.lingbao.transfer.insured;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the projection: tables login, person_area, relation and first_payment. */
@ApplicationScoped
class InsuredRows {
    private static final String LINK = """
            insert into login (issuer, subject, person_id) values ($1, $2, $3)
            on conflict (issuer, subject) do nothing""";

    private static final String ADD_AREA =
            "insert into person_area (person_id, place) values ($1, $2) on conflict do nothing";

    /** Told again, it goes on. */
    private static final String OPEN = """
            insert into relation (relation_id, person_id, scheme, place) values ($1, $2, $3, $4)
            on conflict (relation_id) do update set closed = false""";

    private static final String CLOSE = "update relation set closed = true where relation_id = $1";

    private static final String PAID = """
            insert into first_payment (person_id, scheme, place, paid_on) values ($1, $2, $3, $4)
            on conflict (person_id, scheme, place)
            do update set paid_on = least(first_payment.paid_on, excluded.paid_on)""";

    Uni<Void> link(SqlConnection transaction, PersonRegistered event) {
        return event.issuer() == null || event.subject() == null
                ? Uni.createFrom().voidItem()
                : write(transaction, LINK, Tuple.of(event.issuer(), event.subject(), event.personId()));
    }

    Uni<Void> addArea(SqlConnection transaction, PersonAreaAdded event) {
        return write(transaction, ADD_AREA, Tuple.of(event.personId(), event.place()));
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

    private static Uni<Void> write(SqlConnection transaction, String statement, Tuple values) {
        return transaction.preparedQuery(statement).execute(values).replaceWithVoid();
    }
}
