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

/** Undoes whatever was done for a case (恢复), by new entry sets. */
@ApplicationScoped
class RestoreAccount {
    private final CaseRows cases;
    private final Accounts accounts;
    private final Answers answers;
    private final BusinessDay day;

    RestoreAccount(CaseRows cases, Accounts accounts, Answers answers, BusinessDay day) {
        this.cases = cases;
        this.accounts = accounts;
        this.answers = answers;
        this.day = day;
    }

    Uni<Void> handle(SqlConnection transaction, CaseId id) {
        return cases.lock(transaction, id)
                .chain(part -> switch (part.restore()) {
                    case Step.Done _ -> Uni.createFrom().voidItem();
                    case Step.Unseal(var sealed) -> free(transaction, id, sealed.person(), CaseSql.RESTORED);
                    case Step.Undo(var released) -> free(transaction, id, released.person(), CaseSql.UNDO);
                    case Step.SendBack _ -> change(transaction, id, ArrivalSql.RETURN);
                })
                .chain(() -> answers.restored(transaction, id));
    }

    private Uni<Void> free(SqlConnection transaction, CaseId id, PersonId person, String statement) {
        return accounts.lock(transaction, person.value(), FindHoldings.SCHEME)
                .chain(() -> accounts.unseal(transaction, person.value(), FindHoldings.SCHEME, id.value()))
                .chain(() -> change(transaction, id, statement));
    }

    private Uni<Void> change(SqlConnection transaction, CaseId id, String statement) {
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(id.value(), day.today()))
                .replaceWithVoid();
    }
}
