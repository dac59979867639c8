package org.lingbao.rules.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.transfer.FormCheck.Consistent;
import org.lingbao.rules.transfer.FormCheck.Inconsistent;
import org.lingbao.rules.transfer.FormCheck.Kind;
import org.lingbao.rules.transfer.FormCheck.Reason;
import org.lingbao.rules.value.Money;

/** Compares the figures of an information form, each comparison by itself, so that all that differs is told at once. */
final class FormComparison {
    private FormComparison() {}

    static Explained<FormCheck> of(TransferLaw law, InformationForm form, LocalDate on) {
        var checks = law.formChecks().at(on, on);
        var reasons = new ArrayList<Reason>();
        for (var kind : checks.value()) {
            var reason = compare(kind, form, checks.citation());
            if (reason != null) {
                reasons.add(reason);
            }
        }
        FormCheck found = reasons.isEmpty() ? new Consistent() : new Inconsistent(reasons);
        return new Explained<>(found, () -> trace(checks, form, found));
    }

    private static @Nullable Reason compare(Kind kind, InformationForm form, Citation citation) {
        var inAccount = form.balances().total();
        return switch (kind) {
            case ACCOUNT_SUM -> amounts(kind, form.account(), inAccount, citation);
            case TOTAL_SUM -> amounts(kind, form.total(), form.account().plus(form.pooled()), citation);
            case CLOSING_BALANCE -> amounts(kind, form.closingBalance(), inAccount, citation);
            case FUNDS_RECEIVED -> {
                var received = form.received();
                yield received == null ? null : amounts(kind, form.total(), received, citation);
            }
            case MONTHS_SUM -> {
                var found = form.monthsOfRows();
                yield found == form.contributionMonths()
                        ? null
                        : new Reason.Months(form.contributionMonths(), found, citation);
            }
        };
    }

    private static @Nullable Reason amounts(Kind kind, Money stated, Money found, Citation citation) {
        return stated.equals(found) ? null : new Reason.Amounts(kind, stated, found, citation);
    }

    private static Trace trace(Version<Set<Kind>> checks, InformationForm form, FormCheck found) {
        return Trace.of(
                "transfer.check-form",
                checks.citation().text(),
                Inputs.of("total", form.total()).and("months", form.contributionMonths()),
                switch (found) {
                    case Consistent ignored -> "CONSISTENT";
                    case Inconsistent inconsistent ->
                        inconsistent.reasons().stream().map(Reason::code).collect(Collectors.joining(" "));
                },
                List.of(checks.trace()));
    }
}
