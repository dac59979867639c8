package org.lingbao.contribution.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.lingbao.contribution.transfer.Asked.FundsExpected;
import org.lingbao.contribution.transfer.domain.CaseId;
import org.lingbao.contribution.transfer.domain.Part;
import org.lingbao.contribution.transfer.domain.Step;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/** Gives money that comes, or has come, under a reference to its case. */
@ApplicationScoped
class ExpectFunds {
    private static final String OPEN = """
            insert into transfer_case (case_id, side, state, scheme, province, reference, begun_on)
            values ($1, 'IN', 'EXPECTING', $2, $3, $4, $5)""";

    private static final String CLAIM = """
            insert into expected_fund as held (reference, case_id, stated_fen) values ($1, $2, $3)
            on conflict (reference) do update set case_id = excluded.case_id, stated_fen = excluded.stated_fen
            where coalesce(held.case_id, excluded.case_id) = excluded.case_id""";

    private final CaseRows cases;
    private final Answers answers;
    private final BusinessDay day;

    ExpectFunds(CaseRows cases, Answers answers, BusinessDay day) {
        this.cases = cases;
        this.answers = answers;
        this.day = day;
    }

    Uni<Void> handle(SqlConnection transaction, FundsExpected asked) {
        var id = new CaseId(asked.caseId());
        var province = new Place(asked.oldPlace()).province();
        return cases.lock(transaction, id).chain(part -> switch (part.expect(province)) {
            case Step.Done _ -> Uni.createFrom().voidItem();
            case Step.Expect(var first) ->
                (first ? open(transaction, asked, province) : Uni.createFrom().voidItem())
                        .chain(() -> claim(transaction, id, asked))
                        .chain(() -> answer(transaction, id, Money.yuan(asked.stated())));
        });
    }

    private Uni<Void> open(SqlConnection transaction, FundsExpected asked, Place province) {
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.of(
                        asked.caseId(), FindHoldings.SCHEME.name(), province.code(), asked.reference(), day.today()))
                .replaceWithVoid();
    }

    /** The reference's row is locked from here on; then what was booked to suspense meanwhile is seen. */
    private Uni<Void> claim(SqlConnection transaction, CaseId id, FundsExpected asked) {
        var stated = Money.yuan(asked.stated()).fen();
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(asked.reference(), id.value(), stated))
                .invoke(claimed -> {
                    if (claimed.rowCount() == 0) {
                        throw new IllegalStateException("the money of this reference is another case's");
                    }
                })
                .chain(() -> transaction
                        .preparedQuery(ArrivalSql.CLAIM)
                        .execute(Tuple.of(id.value(), day.today(), asked.reference())))
                .replaceWithVoid();
    }

    /** Nothing is said of money that is still to come. */
    private Uni<Void> answer(SqlConnection transaction, CaseId id, Money stated) {
        return cases.lock(transaction, id).chain(part -> switch (part) {
            case Part.Expecting(var _, var _, var received)
            when !received.isZero() || stated.isZero() -> answers.arrived(transaction, id, received);
            default -> Uni.createFrom().voidItem();
        });
    }
}
