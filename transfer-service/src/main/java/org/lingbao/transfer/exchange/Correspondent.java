package org.lingbao.transfer.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Set;
import java.util.function.Function;

/** What a feature says of letters. There may be several features, each for documents of its own. */
public interface Correspondent {

    /** The types of the documents that it reads and writes, such as {@code TR02}. */
    Set<String> documents();

    /**
     * Looks up what a decision needs; the function then decides and writes in the transaction that stores the receipts.
     * It is asked again when that transaction fails. It fails with a problem 503 while what it needs is down.
     */
    Uni<Function<SqlConnection, Uni<Reply>>> read(Letter letter);

    /**
     * The partner's verdict on a letter of ours, in the transaction that notes it: once per letter, in the order of the
     * case.
     */
    Uni<Void> heard(SqlConnection transaction, Letter ours, Verdict verdict);
}
