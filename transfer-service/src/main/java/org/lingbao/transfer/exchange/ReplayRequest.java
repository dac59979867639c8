package org.lingbao.transfer.exchange;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param since the sequence of the first letter that is to be sent again */
record ReplayRequest(
        @NotNull @Nullable UUID caseId,
        @NotNull @Pattern(regexp = "[0-9]{6}") @Nullable String partner,
        @Min(1) int since) {}
