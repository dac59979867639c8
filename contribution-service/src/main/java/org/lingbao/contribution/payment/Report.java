package org.lingbao.contribution.payment;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * Money that a bank says it took: the request, read, with what its token says.
 *
 * @param bank from the token
 * @param terminal from the token
 * @param reference unique within the bank, for ever
 * @param bodyHash of the request, so that another under the same reference is found out
 * @param payerIndex blind index of what the bank calls another payer; null: the insured person, or not told
 */
record Report(
        String bank,
        String terminal,
        String reference,
        ByteBuffer bodyHash,
        Payer payer,
        @Nullable ByteBuffer payerIndex,
        UUID bill,
        Money amount,
        OffsetDateTime occurredAt) {}
