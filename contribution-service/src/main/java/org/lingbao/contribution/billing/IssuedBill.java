package org.lingbao.contribution.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.lingbao.rules.value.Money;

/** A bill that was just issued. */
public record IssuedBill(UUID id, List<YearMonth> months, Money amount, LocalDate payableUntil) {
    public IssuedBill {
        months = List.copyOf(months);
    }
}
