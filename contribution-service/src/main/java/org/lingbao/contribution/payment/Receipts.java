package org.lingbao.contribution.payment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.identity.Caller;

/** Finds receipts. */
@ApplicationScoped
class Receipts {
    private static final String FROM = " from receipt r left join bill b on b.bill_id = r.bill_id ";

    private static final String BY_NUMBER = "select " + Receipt.COLUMNS + Receipt.REVERSED + FROM
            + "where r.receipt_number = $1 and " + Reach.condition("r.person_id", "r.bank = $3", 2);

    private static final String BY_CODE =
            "select " + Receipt.COLUMNS + Receipt.REVERSED + FROM + "where r.verification_code = $1";

    private static final String BY_REFERENCE =
            "select " + Receipt.COLUMNS + Receipt.REVERSED + FROM + "where r.bank = $1 and r.reference = $2";

    private final Pool pool;
    private final Disclosure disclosure;

    Receipts(Pool pool, Disclosure disclosure) {
        this.pool = pool;
        this.disclosure = disclosure;
    }

    /** A receipt within the caller's reach: a person's own, a clerk's area's, a bank's own. */
    Uni<Optional<Receipt>> byNumber(Caller caller, String number) {
        var parameters = Reach.of(caller.scope()).addTo(Tuple.of(number));
        return disclosure.to(
                caller,
                "receipt.read",
                Receipt::person,
                client -> client.preparedQuery(BY_NUMBER).execute(parameters).map(Receipts::first));
    }

    /** The receipt of a paper, for anybody who holds it. */
    Uni<Optional<Receipt>> byCode(String verificationCode) {
        return pool.preparedQuery(BY_CODE).execute(Tuple.of(verificationCode)).map(Receipts::first);
    }

    /** The receipt of a bank's own payment, by the number that the bank gave it. */
    Uni<Optional<Receipt>> byReference(String bank, String reference) {
        return pool.preparedQuery(BY_REFERENCE)
                .execute(Tuple.of(bank, reference))
                .map(Receipts::first);
    }

    private static Optional<Receipt> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(Receipt.read(rows.iterator().next()));
    }
}
