package org.lingbao.contribution.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.rules.value.Money;

/** What a billing run (核定批次) did. */
final class BillingRun {
    /** Key: the run. */
    static final EventType BILLS_ISSUED = new EventType("contribution", "billing-run", "bills-issued", 1);

    private BillingRun() {}

    /** How many bills were written, and their sum. */
    record Issued(long bills, Money total) {}

    /** contribution.bills-issued.v1 */
    @RegisterForReflection
    record BillsIssuedV1(UUID runId, YearMonth month, int bucket, long bills, String total, LocalDate issuedOn) {}

    /**
     * The answer to the operator.
     *
     * @param bills how many were issued by this run; a second run of the month issues none
     * @param total their sum in yuan
     * @param refused the plans that the rules refuse for this month, by code: they need a new choice
     */
    @RegisterForReflection
    record View(UUID runId, YearMonth month, long bills, String total, List<Skipped> refused) {}

    /** How many plans were left out for one reason; a plan may be left out for several. */
    @RegisterForReflection
    record Skipped(String code, long plans) {}
}
