package org.lingbao.contribution.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.rules.value.Money;
import org.lingbao.watching.Figure;
import org.lingbao.watching.Watched;

/** The table ledger_proof, and what of it can be seen from outside. */
@ApplicationScoped
class Proofs implements Watched {
    private static final String KEEP = """
            with proof as (
                insert into ledger_proof (took, entry_sets, entries, findings, day)
                values (clock_timestamp() - transaction_timestamp(), $1, $2, $3, $4) returning proof_id
            )
            insert into ledger_total (proof_id, day, account_kind, account_owner, moved_fen)
            select proof_id, moved.* from proof cross join unnest($5::date[], $6::text[], $7::text[], $8::bigint[]) moved""";

    private static final String TOTALS = """
            select t.account_kind, t.account_owner, t.moved_fen, p.proved_at, p.day > $1 as complete
            from (select max(proof_id) as proof_id from ledger_proof where day >= $1) last join ledger_proof p using (proof_id)
            left join ledger_total t
                on t.day = $1 and t.proof_id = (select max(proof_id) from ledger_total where day = $1)
            order by 1, 2""";

    /** Held until the proof is made and kept: whoever comes meanwhile has nothing to do. */
    private static final String IS_DUE = """
            select pg_try_advisory_xact_lock(hashtextextended('ledger-proof', 0))
               and not exists (select from ledger_proof
                               where proved_at > clock_timestamp() - make_interval(secs => $1::bigint)) as due""";

    private static final String LATEST = "select %s from ledger_proof order by proof_id desc limit 1";

    private final Pool pool;
    private final BusinessDay day;

    Proofs(Pool pool, BusinessDay day) {
        this.pool = pool;
        this.day = day;
    }

    Uni<Void> keep(SqlConnection transaction, CheckView proof) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                                proof.entrySets(),
                                proof.entries(),
                                proof.findings().size(),
                                day.today())
                        .addArrayOfLocalDate(column(proof, CheckView.Moved::day, LocalDate[]::new))
                        .addArrayOfString(column(proof, CheckView.Moved::account, String[]::new))
                        .addArrayOfString(column(proof, CheckView.Moved::owner, String[]::new))
                        .addArrayOfLong(
                                column(proof, one -> Money.yuan(one.moved()).fen(), Long[]::new)))
                .replaceWithVoid();
    }

    private static <V> V[] column(CheckView proof, Function<CheckView.Moved, V> value, IntFunction<V[]> array) {
        return proof.moved().stream().map(value).toArray(array);
    }

    /** What is known of a day. */
    Uni<TotalsView> totals(LocalDate of) {
        return pool.preparedQuery(TOTALS).execute(Tuple.of(of)).map(rows -> TotalsView.read(of, rows));
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
