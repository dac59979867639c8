package org.lingbao.contribution.statement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.scope.Reach;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Scheme;

/** Finds a person's statement. */
@ApplicationScoped
class Statements {
    private final Disclosure disclosure;

    Statements(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** All of it. */
    Uni<Optional<StatementView>> of(Caller caller, UUID person, Scheme scheme) {
        return find(
                caller,
                caller.scope() instanceof AccessScope.Own ? StatementSql.OWN_WHOLE : StatementSql.WHOLE,
                Tuple.of(person, scheme.name()),
                StatementView::personId,
                rows -> Statement.read(scheme, rows).whole());
    }

    /** A year of it. */
    Uni<Optional<StatementYearView>> of(Caller caller, UUID person, Scheme scheme, Year year) {
        return find(
                caller,
                StatementSql.YEAR,
                Tuple.of(person, scheme.name(), year.atDay(1), year.plusYears(1).atDay(1)),
                StatementYearView::personId,
                rows -> Statement.read(scheme, rows).inYear(year, Statement.account(rows)));
    }

    /**
     * A page of its months.
     *
     * @param after null: from the first on
     */
    Uni<Optional<StatementMonthsView>> months(
            Caller caller, UUID person, Scheme scheme, @Nullable YearMonth after, int limit) {
        return find(
                caller,
                StatementSql.MONTHS,
                Tuple.of(person, scheme.name(), after == null ? null : after.atDay(1), limit + 1),
                StatementMonthsView::personId,
                rows -> StatementMonthsView.of(Statement.read(scheme, rows), limit));
    }

    private <V> Uni<Optional<V>> find(
            Caller caller,
            String query,
            Tuple asked,
            Function<V, @Nullable UUID> whose,
            Function<RowSet<Row>, V> read) {
        var parameters = Reach.of(caller.scope()).addTo(asked);
        return disclosure.to(
                caller,
                "statement.read",
                whose,
                client -> client.preparedQuery(query)
                        .execute(parameters)
                        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(read.apply(rows))));
    }
}
