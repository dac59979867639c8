package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.transfer.Asked.ReleaseRequested;
import org.lingbao.contribution.transfer.domain.CaseId;
import org.lingbao.contribution.transfer.domain.Form;
import org.lingbao.contribution.transfer.domain.Part;
import org.lingbao.contribution.transfer.domain.SettlementReference;
import org.lingbao.contribution.transfer.domain.Step;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;

/** Moves what the form states into transit and has the bank pay it (划转). */
@ApplicationScoped
class ReleaseFunds {
    private final CaseRows cases;
    private final Accounts accounts;
    private final Answers answers;
    private final BusinessDay day;
    private final String cell;
    private final String bank;

    ReleaseFunds(
            CaseRows cases,
            Accounts accounts,
            Answers answers,
            BusinessDay day,
            @ConfigProperty(name = "lingbao.cell") String cell,
            @ConfigProperty(name = "lingbao.transfer.bank") String bank) {
        this.cases = cases;
        this.accounts = accounts;
        this.answers = answers;
        this.day = day;
        this.cell = cell;
        this.bank = bank;
    }

    Uni<Void> handle(SqlConnection transaction, ReleaseRequested asked) {
        var id = new CaseId(asked.caseId());
        return cases.lock(transaction, id).chain(part -> switch (part.release(
                asked.form().toForm())) {
            case Step.Released(var reference) -> answers.released(transaction, id, reference);
            case Step.Release(var sealed) ->
                release(transaction, id, sealed).chain(reference -> answers.released(transaction, id, reference));
        });
    }

    private Uni<SettlementReference> release(SqlConnection transaction, CaseId id, Part.Sealed sealed) {
        return accounts.lock(transaction, sealed.person().value(), FindHoldings.SCHEME)
                .invoke(found -> requireUntouched(
                        found.filter(account -> id.value().equals(account.sealedBy()))
                                .map(Accounts.Locked::balance)
                                .filter(sealed.form().account()::equals)
                                .isPresent(),
                        "another balance"))
                .chain(() -> transaction.preparedQuery(CaseSql.RELEASE).execute(parameters(id)))
                .map(rows -> moved(rows.iterator().next(), sealed.form()));
    }

    private static SettlementReference moved(Row row, Form form) {
        requireUntouched(row.getLong("months") == form.contributionMonths(), "other months");
        return new SettlementReference(row.getString("reference"));
    }

    /** The seal promises it. If it were ever broken nothing must leave, and somebody must look. */
    private static void requireUntouched(boolean holds, String found) {
        if (!holds) {
            throw new IllegalStateException("a sealed account has " + found + " than its form states");
        }
    }

    private Tuple parameters(CaseId id) {
        var today = day.today();
        return Tuple.of(
                id.value(), today, Ids.next(), cell + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(today) + "-", bank);
    }
}
