package org.lingbao.rules.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;

/** Adds up the money of a transfer: each yearly row is rounded, then they are added. */
final class FundsSum {
    private static final String RULE = "transfer.funds";

    private FundsSum() {}

    static Explained<TransferFunds> of(TransferLaw law, AccountBalances balances, List<YearRow> years, LocalDate on) {
        var pooled = Money.ZERO;
        for (var year : years) {
            pooled = pooled.plus(pooled(law, year, on));
        }
        var account = balances.total();
        var funds = new TransferFunds(account, pooled, account.plus(pooled));
        var rows = List.copyOf(years);
        return new Explained<>(funds, () -> trace(law, funds, rows, on));
    }

    private static Money pooled(TransferLaw law, YearRow row, LocalDate on) {
        var rate = law.pooledRate().at(row.year().atDay(1), on).value();
        return row.monthlyBase()
                .times(row.months())
                .times(rate, law.rounding().at(on, on).value());
    }

    private static Trace trace(TransferLaw law, TransferFunds funds, List<YearRow> years, LocalDate on) {
        var children = new ArrayList<>(List.of(law.rounding().at(on, on).trace()));
        for (var row : years) {
            var rate = law.pooledRate().at(row.year().atDay(1), on);
            children.add(Trace.of(
                    RULE + ".pooled",
                    rate.citation().text(),
                    Inputs.of("year", row.year())
                            .and("base", row.monthlyBase())
                            .and("months", row.months())
                            .and("rate", rate.value()),
                    pooled(law, row, on),
                    List.of(rate.trace())));
        }
        return Trace.of(
                RULE,
                law.rounding().at(on, on).citation().text(),
                Inputs.of("account", funds.account()).and("pooled", funds.pooled()),
                funds.total(),
                children);
    }
}
