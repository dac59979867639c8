package org.lingbao.contribution.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.lingbao.rules.value.Scheme;

/** The persons' accounts. */
@ApplicationScoped
public class Accounts {
    private static final String OPEN = """
            insert into account_balance (account_kind, account_owner, account_shard, balance_fen)
            values ('PERSON', $1, 0, 0) on conflict do nothing""";

    /** Opens a person's account in a scheme, empty. */
    public Uni<Void> open(SqlConnection transaction, UUID person, Scheme scheme) {
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.of(person + "/" + scheme))
                .replaceWithVoid();
    }

    /**
     * The owner of a person's account, as an SQL expression.
     *
     * @param person SQL expression of the person's id
     * @param scheme SQL expression of the scheme
     */
    public static String ownerOf(String person, String scheme) {
        return "(%s || '/' || %s)".formatted(person, scheme);
    }
}
