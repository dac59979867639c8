package org.lingbao.transfer.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.trace.Trace;

/**
 * An application that opens no case, because the law asks for none.
 *
 * @param outcome {@code NO_TRANSFER_NEEDED} or {@code TEMPORARY_ACCOUNT}
 * @param reachedOn from which day the age asks for a temporary account
 * @param explanation how the law decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionView(String outcome, @Nullable LocalDate reachedOn, Trace explanation) {}
