package org.lingbao.contribution.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * What was booked on a business day in each fund and at each bank (日终核对), as a proof of the ledger has found it.
 *
 * @param provedAt when; absent: no proof has looked at this day yet
 * @param complete whether the day was over then
 * @param totals none where nothing was booked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TotalsView(LocalDate day, @Nullable OffsetDateTime provedAt, boolean complete, List<Total> totals) {

    /**
     * @param account the kind of account, such as POOLED or BANK_CLEARING
     * @param owner the place of a fund, the bank, the tax bureau, or the other province
     * @param moved in yuan; negative: owed to the fund
     */
    record Total(String account, String owner, String moved) {}

    static TotalsView read(LocalDate day, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return new TotalsView(day, null, false, List.of());
        }
        var first = rows.iterator().next();
        var totals = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("account_kind") != null)
                .map(row -> new Total(
                        row.getString("account_kind"),
                        row.getString("account_owner"),
                        new Money(row.getLong("moved_fen")).toYuan()))
                .toList();
        return new TotalsView(day, first.getOffsetDateTime("proved_at"), first.getBoolean("complete"), totals);
    }
}
