package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.ledger.Accounts.Locked;
import org.lingbao.contribution.transfer.Asked.CreditRequested;
import org.lingbao.contribution.transfer.domain.CaseId;
import org.lingbao.contribution.transfer.domain.Form;
import org.lingbao.contribution.transfer.domain.Holdings;
import org.lingbao.contribution.transfer.domain.Holdings.HeldMonth;
import org.lingbao.contribution.transfer.domain.PersonId;
import org.lingbao.contribution.transfer.domain.Step;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.rules.value.Place;

/** Books what arrived to person and pooled fund and adds the months, or says every reason why not. */
@ApplicationScoped
class CreditRights {
    private static final String STATE = """
            update transfer_case
            set state = 'CREDITED', moved_on = $2, ended_on = $2, person_id = $3, place = $4, relation_id = $5,
                form = cast($6 as text)::jsonb, months = $7, before_1998_fen = $8, current_fen = $9, account_fen = $10,
                pooled_fen = $11
            where case_id = $1""";

    private final CaseRows cases;
    private final Accounts accounts;
    private final FindHoldings find;
    private final Answers answers;
    private final BusinessDay day;

    CreditRights(CaseRows cases, Accounts accounts, FindHoldings find, Answers answers, BusinessDay day) {
        this.cases = cases;
        this.accounts = accounts;
        this.find = find;
        this.answers = answers;
        this.day = day;
    }

    Uni<Void> handle(SqlConnection transaction, CreditRequested asked) {
        var id = new CaseId(asked.caseId());
        var form = asked.form().toForm();
        return cases.lock(transaction, id).chain(part -> switch (part.credit(form)) {
            case Step.Done _ -> answers.credited(transaction, id);
            case Step.Credit _ ->
                reasons(transaction, asked, form)
                        .chain(reasons -> reasons.isEmpty()
                                ? credit(transaction, id, asked, form).chain(() -> answers.credited(transaction, id))
                                : answers.creditRefused(transaction, id, reasons));
            case Step.TellArrived(var received) ->
                reasons(transaction, asked, form)
                        .map(CreditRights::andMismatch)
                        .chain(reasons -> answers.creditRefused(transaction, id, reasons))
                        .chain(() -> answers.arrived(transaction, id, received));
        });
    }

    private Uni<List<RefusalReason>> reasons(SqlConnection transaction, CreditRequested asked, Form form) {
        var person = new PersonId(asked.personId());
        return account(transaction, asked)
                .chain(account -> find.of(transaction, person, account.balance())
                        .map(holdings -> reasons(account, holdings, form)));
    }

    /** The rights may be here before enrollment's word of the relation: two topics have no order between them. */
    private Uni<Locked> account(SqlConnection transaction, CreditRequested asked) {
        return accounts.lock(transaction, asked.personId(), FindHoldings.SCHEME).chain(found -> {
            if (found.isPresent()) {
                return Uni.createFrom().item(found.get());
            }
            if (asked.newPlace() == null) {
                throw new IllegalStateException("the person has no account here");
            }
            return accounts.open(transaction, asked.personId(), FindHoldings.SCHEME)
                    .chain(() -> accounts.lock(transaction, asked.personId(), FindHoldings.SCHEME))
                    .map(Optional::orElseThrow);
        });
    }

    private static List<RefusalReason> andMismatch(List<RefusalReason> others) {
        var reasons = new ArrayList<>(others);
        reasons.add(RefusalReason.FUNDS_MISMATCH);
        return List.copyOf(reasons);
    }

    private static List<RefusalReason> reasons(Locked account, Holdings holdings, Form form) {
        var reasons = new ArrayList<RefusalReason>();
        if (account.sealedBy() != null) {
            reasons.add(RefusalReason.ALREADY_SEALED);
        }
        var here = new HashSet<YearMonth>(
                holdings.months().stream().map(HeldMonth::month).toList());
        if (form.months().stream().anyMatch(here::contains)) {
            reasons.add(RefusalReason.OVERLAP_UNRESOLVED);
        }
        return List.copyOf(reasons);
    }

    private Uni<Void> credit(SqlConnection transaction, CaseId id, CreditRequested asked, Form form) {
        var person = new PersonId(asked.personId());
        return find.home(transaction, person)
                .map(found -> found.orElseGet(() -> announced(asked)))
                .chain(home -> transaction.preparedQuery(STATE).execute(state(id, person, home, form)))
                .chain(() -> accounts.addCredited(transaction, person.value(), FindHoldings.SCHEME, form.months()))
                .chain(() -> transaction.preparedQuery(CaseSql.CREDIT).execute(months(id, form)))
                .replaceWithVoid();
    }

    private static FindHoldings.Home announced(CreditRequested asked) {
        var place = asked.newPlace();
        if (place == null) {
            throw new IllegalStateException("the person has an account and no relation");
        }
        return new FindHoldings.Home(null, new Place(place));
    }

    private Tuple state(CaseId id, PersonId person, FindHoldings.Home home, Form form) {
        return Tuple.tuple()
                .addUUID(id.value())
                .addLocalDate(day.today())
                .addUUID(person.value())
                .addString(home.place().code())
                .addUUID(home.relation())
                .addString(cases.write(form))
                .addInteger(form.contributionMonths())
                .addLong(form.balances().before1998().fen())
                .addLong(form.balances().currentYear().fen())
                .addLong(form.account().fen())
                .addLong(form.pooled().fen());
    }

    /** One month of a form, with what its row says of it. */
    private record Stated(YearMonth month, Form.Row row) {}

    private Tuple months(CaseId id, Form form) {
        var months = form.rows().stream()
                .flatMap(row -> row.months().stream().map(month -> new Stated(month, row)))
                .toList();
        return Tuple.tuple()
                .addUUID(id.value())
                .addLocalDate(day.today())
                .addArrayOfLocalDate(column(months, stated -> stated.month().atDay(1), LocalDate[]::new))
                .addArrayOfString(column(months, stated -> stated.row().place().code(), String[]::new))
                .addArrayOfLong(
                        column(months, stated -> stated.row().monthlyBase().fen(), Long[]::new))
                .addArrayOfLong(
                        column(months, stated -> stated.row().closingBalance().fen(), Long[]::new));
    }

    private static <T> T[] column(List<Stated> all, Function<Stated, T> of, IntFunction<T[]> array) {
        return all.stream().map(of).toArray(array);
    }
}
