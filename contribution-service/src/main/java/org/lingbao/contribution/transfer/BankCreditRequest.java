package org.lingbao.contribution.transfer;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.wire.Day;
import org.lingbao.asking.wire.Yuan;
import org.lingbao.rules.value.Money;

/**
 * A bank's report of money that arrived on the agency's account (入账通知).
 *
 * @param serial the bank's own number of the credit (银行流水号); sent again with every retry
 * @param settlementReference what the payer named the money by (附言)
 * @param amount in yuan
 * @param valueDate from when the money is there
 */
record BankCreditRequest(
        @NotNull @Pattern(regexp = "[0-9A-Za-z-]{1,64}") @Nullable
        String serial,

        @NotNull @Size(min = 1, max = 140) @Nullable String settlementReference,
        @NotNull @Yuan @Nullable String amount,
        @NotNull @Day @Nullable String valueDate) {

    BankCredit toCredit(String bank, ByteBuffer bodyHash) {
        return new BankCredit(
                bank,
                requireNonNull(serial),
                requireNonNull(settlementReference).strip(),
                Money.yuan(requireNonNull(amount)),
                LocalDate.parse(requireNonNull(valueDate)),
                bodyHash);
    }
}
