package org.lingbao.transfer.certificate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.identity.Caller;

/** The certificates that were issued; none is ever changed. */
@ApplicationScoped
class Certificates {
    private static final String COLUMNS = """
            number, verification_code, person_id, place, from_month, to_month, months, balance_fen, relation_lives,
            issued_on""";

    private static final String KEEP = """
            insert into certificate (number, verification_code, person_id, place, from_month, to_month, months,
                                     balance_fen, relation_lives, issued_on)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    private static final String BY_NUMBER = "select " + COLUMNS + " from certificate c where number = $1 and "
            + Reach.condition("c.person_id", "false", 2);

    private static final String BY_CODE = "select " + COLUMNS + " from certificate where verification_code = $1";

    private final Pool pool;
    private final Disclosure disclosure;

    Certificates(Pool pool, Disclosure disclosure) {
        this.pool = pool;
        this.disclosure = disclosure;
    }

    Uni<Void> keep(SqlConnection transaction, Figures figures) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addString(figures.number())
                        .addString(figures.verificationCode())
                        .addUUID(figures.person())
                        .addString(figures.place().code())
                        .addLocalDate(figures.from().atDay(1))
                        .addLocalDate(figures.to().atDay(1))
                        .addInteger(figures.months())
                        .addLong(figures.balance().fen())
                        .addBoolean(figures.relationLives())
                        .addLocalDate(figures.issuedOn()))
                .replaceWithVoid();
    }

    Uni<Optional<Figures>> byNumber(Caller caller, String number) {
        return disclosure.to(
                caller,
                "certificate.read",
                Figures::person,
                client -> client.preparedQuery(BY_NUMBER)
                        .execute(Reach.of(caller.scope()).addTo(Tuple.of(number)))
                        .map(Certificates::first));
    }

    /** For whoever holds the paper. */
    Uni<Optional<Figures>> byCode(String code) {
        return pool.preparedQuery(BY_CODE).execute(Tuple.of(code)).map(Certificates::first);
    }

    private static Optional<Figures> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(Figures.read(rows.iterator().next()));
    }
}
