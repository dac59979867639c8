package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.ledger.Accounts.Locked;
import org.lingbao.contribution.transfer.Asked.SealRequested;
import org.lingbao.contribution.transfer.FindHoldings.Home;
import org.lingbao.contribution.transfer.domain.CaseId;
import org.lingbao.contribution.transfer.domain.Form;
import org.lingbao.contribution.transfer.domain.Holdings;
import org.lingbao.contribution.transfer.domain.PersonId;
import org.lingbao.contribution.transfer.domain.Step;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.rules.Law;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/** Seals an account (封存) and states what is in it, or says every reason why not. */
@ApplicationScoped
class SealAccount {
    private static final Locked NEVER_OPENED = new Locked(Money.ZERO, null);

    private static final String HELD_BY_ANOTHER = """
            select exists (select from transfer_case where case_id = $1 and case_id <> $2 and state <> 'SETTLED') as held""";

    private static final String WRITE = """
            insert into transfer_case (case_id, side, state, scheme, province, person_id, place, relation_id, form, months,
                                       before_1998_fen, current_fen, account_fen, pooled_fen, begun_on, payee_account)
            values ($1, 'OUT', 'SEALED', $2, $3, $4, $5, $6, cast($7 as text)::jsonb, $8, $9, $10, $11, $12, $13, $14)
            on conflict (case_id) do update
            set form = excluded.form, months = excluded.months, before_1998_fen = excluded.before_1998_fen,
                current_fen = excluded.current_fen, account_fen = excluded.account_fen, pooled_fen = excluded.pooled_fen,
                payee_account = coalesce(excluded.payee_account, transfer_case.payee_account)""";

    private final CaseRows cases;
    private final Accounts accounts;
    private final FindHoldings find;
    private final Answers answers;
    private final BusinessDay day;

    SealAccount(CaseRows cases, Accounts accounts, FindHoldings find, Answers answers, BusinessDay day) {
        this.cases = cases;
        this.accounts = accounts;
        this.find = find;
        this.answers = answers;
        this.day = day;
    }

    Uni<Void> handle(SqlConnection transaction, SealRequested asked) {
        var id = new CaseId(asked.caseId());
        var person = new PersonId(asked.personId());
        return cases.lock(transaction, id).chain(part -> switch (part.seal(person)) {
            case Step.SayAgain(var form) -> answers.sealed(transaction, id, form);
            case Step.Seal _ -> look(transaction, asked, person);
        });
    }

    private Uni<Void> look(SqlConnection transaction, SealRequested asked, PersonId person) {
        var id = new CaseId(asked.caseId());
        return accounts.lock(transaction, person.value(), FindHoldings.SCHEME)
                .map(found -> found.orElse(NEVER_OPENED))
                .chain(account -> heldByAnother(transaction, id, account.sealedBy())
                        .chain(held -> find.of(transaction, person, account.balance())
                                .chain(holdings -> decide(transaction, asked, person, held, holdings))));
    }

    /** A seal of a transfer that is over only keeps what is left here closed; there is nothing in the account to move. */
    private static Uni<Boolean> heldByAnother(SqlConnection transaction, CaseId id, @Nullable UUID sealedBy) {
        return sealedBy == null
                ? Uni.createFrom().item(false)
                : transaction
                        .preparedQuery(HELD_BY_ANOTHER)
                        .execute(Tuple.of(sealedBy, id.value()))
                        .map(rows -> rows.iterator().next().getBoolean("held"));
    }

    private Uni<Void> decide(
            SqlConnection transaction, SealRequested asked, PersonId person, boolean held, Holdings holdings) {
        var id = new CaseId(asked.caseId());
        var reasons = new ArrayList<RefusalReason>();
        if (held) {
            reasons.add(RefusalReason.ALREADY_SEALED);
        }
        if (holdings.isEmpty()) {
            reasons.add(RefusalReason.NO_ACCOUNT);
        }
        if (!reasons.isEmpty()) {
            return answers.sealRefused(transaction, id, List.copyOf(reasons));
        }
        var form = holdings.form(Law.standard(), day.today());
        return find.home(transaction, person)
                .map(found ->
                        found.orElseThrow(() -> new IllegalStateException("the person has an account and no relation")))
                .chain(home -> write(transaction, asked, home, form))
                .chain(() -> accounts.seal(transaction, person.value(), FindHoldings.SCHEME, id.value()))
                .chain(() -> answers.sealed(transaction, id, form));
    }

    private Uni<Void> write(SqlConnection transaction, SealRequested asked, Home home, Form form) {
        return transaction
                .preparedQuery(WRITE)
                .execute(Tuple.tuple()
                        .addUUID(asked.caseId())
                        .addString(FindHoldings.SCHEME.name())
                        .addString(new Place(asked.newPlace()).province().code())
                        .addUUID(asked.personId())
                        .addString(home.place().code())
                        .addUUID(home.relation())
                        .addString(cases.write(form))
                        .addInteger(form.contributionMonths())
                        .addLong(form.balances().before1998().fen())
                        .addLong(form.balances().currentYear().fen())
                        .addLong(form.account().fen())
                        .addLong(form.pooled().fen())
                        .addLocalDate(day.today())
                        .addString(asked.payee()))
                .replaceWithVoid();
    }
}
