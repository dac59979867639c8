package org.lingbao.contribution.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.lingbao.watching.Figure;
import org.lingbao.watching.Watched;

/** The table ledger_proof, and what of it can be seen from outside. */
@ApplicationScoped
class Proofs implements Watched {
    private static final String KEEP = """
            insert into ledger_proof (took, entry_sets, entries, findings)
            values (clock_timestamp() - transaction_timestamp(), $1, $2, $3)""";

    /** Held until the proof is made and kept: whoever comes meanwhile has nothing to do. */
    private static final String IS_DUE = """
            select pg_try_advisory_xact_lock(hashtextextended('ledger-proof', 0))
               and not exists (select from ledger_proof
                               where proved_at > clock_timestamp() - make_interval(secs => $1::bigint)) as due""";

    private static final String LATEST = "select %s from ledger_proof order by proof_id desc limit 1";

    Uni<Void> keep(SqlConnection transaction, CheckView proof) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        proof.entrySets(), proof.entries(), proof.findings().size()))
                .replaceWithVoid();
    }

    /** Whether there is none as young as that, and nobody makes one. */
    Uni<Boolean> isDue(SqlConnection transaction, Duration age) {
        return transaction
                .preparedQuery(IS_DUE)
                .execute(Tuple.of(age.toSeconds()))
                .map(found -> found.iterator().next().getBoolean("due"));
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of(
                        "lingbao.ledger.proof.timestamp.seconds",
                        "when the ledger was last proved, or not; 0 if never",
                        "coalesce((" + LATEST.formatted("extract(epoch from proved_at)") + "), 0)"),
                Figure.of(
                        "lingbao.ledger.proof.findings",
                        "what the last proof found wrong, a thousand at most",
                        LATEST.formatted("findings")),
                Figure.of(
                        "lingbao.ledger.proof.duration.seconds",
                        "how long the last proof took",
                        LATEST.formatted("extract(epoch from took)")),
                Figure.of(
                        "lingbao.ledger.proof.entries",
                        "how many entries the last proof looked at",
                        LATEST.formatted("entries")));
    }
}
