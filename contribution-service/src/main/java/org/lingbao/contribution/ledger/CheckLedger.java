package org.lingbao.contribution.ledger;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.gathering.Gathering;
import org.lingbao.contribution.ledger.CheckView.Finding;
import org.lingbao.contribution.ledger.CheckView.Moved;
import org.lingbao.contribution.ledger.CheckView.Total;
import org.lingbao.platform.database.LongRunning;
import org.lingbao.rules.value.Money;

/** Proves that sets sum to zero, balances equal their entries, and bills, receipts and entries agree; keeps that it did. */
@ApplicationScoped
class CheckLedger {
    private static final int MOST_FINDINGS = 1000;
    private static final Gathering.Size ONE = new Gathering.Size(1, 1024, 1024);

    private final Pool pool;
    private final Proofs proofs;
    private final Gathering<Object, CheckView> proving;

    CheckLedger(@LongRunning Pool pool, Proofs proofs) {
        this.pool = pool;
        this.proofs = proofs;
        this.proving = new Gathering<>(ONE, asked -> Set.of(), this::once);
    }

    /** Whoever asks while one is made shares the next one: a proof takes a connection for as long as the ledger is large. */
    Uni<CheckView> run() {
        return proving.add(new Object()).map(Optional::orElseThrow);
    }

    /** Nothing where the last proof is younger, or somebody makes one now. */
    Uni<Optional<CheckView>> runIfOlderThan(Duration age) {
        return pool.withTransaction(transaction -> proofs.isDue(transaction, age)
                .chain(due -> due
                        ? prove(transaction).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Map<Object, CheckView>> once(List<Object> asked) {
        return pool.withTransaction(this::prove).map(made -> asked.stream().collect(toMap(identity(), one -> made)));
    }

    private Uni<CheckView> prove(SqlConnection transaction) {
        return transaction
                .query("set local statement_timeout = '30min'")
                .execute()
                .chain(() -> transaction.preparedQuery(CheckSql.ALL).execute(Tuple.of(MOST_FINDINGS)))
                .map(CheckLedger::read)
                .call(proof -> proofs.keep(transaction, proof));
    }

    private static CheckView read(RowSet<Row> rows) {
        var parts = StreamSupport.stream(rows.spliterator(), false).collect(groupingBy(row -> row.getString("part")));
        var count = parts.getOrDefault("COUNT", List.of()).getFirst();
        var findings = parts.getOrDefault("FINDING", List.of()).stream()
                .map(CheckLedger::finding)
                .toList();
        var totals = parts.getOrDefault("TOTAL", List.of()).stream()
                .map(row -> new Total(row.getString("kind"), new Money(row.getLong("found")).toYuan()))
                .toList();
        var moved = parts.getOrDefault("MOVED", List.of()).stream()
                .map(row -> new Moved(
                        LocalDate.parse(row.getString("account")),
                        row.getString("kind"),
                        row.getString("entry_id"),
                        new Money(row.getLong("found")).toYuan()))
                .toList();
        return new CheckView(
                findings.isEmpty(),
                count.getLong("expected"),
                count.getLong("found"),
                parts.getOrDefault("SEALED", List.of()).getFirst().getLong("found"),
                totals,
                moved,
                findings);
    }

    private static Finding finding(Row row) {
        return new Finding(
                row.getString("kind"),
                row.getString("entry_id"),
                row.getUUID("entry_set_id"),
                row.getString("account"),
                yuan(row.getLong("expected")),
                yuan(row.getLong("found")));
    }

    private static @Nullable String yuan(@Nullable Long fen) {
        return fen == null ? null : new Money(fen).toYuan();
    }
}
