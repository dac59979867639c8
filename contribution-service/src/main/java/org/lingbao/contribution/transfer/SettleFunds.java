package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.transfer.domain.CaseId;
import org.lingbao.contribution.transfer.domain.PersonId;
import org.lingbao.contribution.transfer.domain.Step;
import org.lingbao.platform.day.BusinessDay;

/** Books that the bank paid what was in transit (结清). The account stays closed until the person has a new relation here. */
@ApplicationScoped
class SettleFunds {
    private final CaseRows cases;
    private final Accounts accounts;
    private final BusinessDay day;

    SettleFunds(CaseRows cases, Accounts accounts, BusinessDay day) {
        this.cases = cases;
        this.accounts = accounts;
        this.day = day;
    }

    Uni<Void> handle(SqlConnection transaction, CaseId id) {
        return cases.lock(transaction, id).chain(part -> switch (part.settle()) {
            case Step.Done _ -> Uni.createFrom().voidItem();
            case Step.Settle(var released) -> settle(transaction, id, released.person());
        });
    }

    private Uni<Void> settle(SqlConnection transaction, CaseId id, PersonId person) {
        return accounts.lock(transaction, person.value(), FindHoldings.SCHEME)
                .chain(() -> transaction.preparedQuery(CaseSql.REOPEN).execute(Tuple.of(id.value())))
                .map(rows -> rows.iterator().next().getBoolean("reopened"))
                .chain(reopened -> reopened
                        ? accounts.unseal(transaction, person.value(), FindHoldings.SCHEME, id.value())
                        : Uni.createFrom().voidItem())
                .chain(() -> transaction.preparedQuery(CaseSql.SETTLE).execute(Tuple.of(id.value(), day.today())))
                .replaceWithVoid();
    }
}
