package org.lingbao.matching.wire;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.OneOf;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.rules.value.Money;

/** So much for each unit of work. @param amount in yuan */
public record Pay(
        @NotNull @Yuan @Nullable String amount,
        @NotNull @OneOf(PayUnit.class) @Nullable String unit) {

    public static Pay of(long fen, String unit) {
        return new Pay(new Money(fen).toYuan(), unit);
    }

    public Money toMoney() {
        if (amount == null) {
            throw new IllegalStateException("not validated");
        }
        return Money.yuan(amount);
    }
}
