package org.lingbao.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.lingbao.platform.problem.Catalogue;
import org.lingbao.platform.problem.Languages;
import org.lingbao.platform.problem.Violation;

/** Shows receipts, their reasons in the reader's language. */
@ApplicationScoped
class ReceiptWords {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Catalogue catalogue;

    ReceiptWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ReceiptView view(Receipt receipt, List<Locale> accepted) {
        var language = Languages.of(accepted);
        return new ReceiptView(
                receipt.id(),
                receipt.number(),
                receipt.isPaid() ? "PAID" : "SUSPENDED",
                receipt.reasons().stream()
                        .map(reason -> reason(violation(receipt, reason), language))
                        .toList(),
                receipt.bill(),
                receipt.months(),
                receipt.amount().toYuan(),
                receipt.account().toYuan(),
                receipt.pooled().toYuan(),
                receipt.medical().isZero() ? null : receipt.medical().toYuan(),
                receipt.channel(),
                receipt.bank(),
                receipt.terminal(),
                receipt.reference(),
                receipt.payer().name(),
                receipt.occurredAt().atZoneSameInstant(ZONE).toOffsetDateTime(),
                receipt.paidOn(),
                receipt.bookedOn(),
                receipt.reversedOn(),
                receipt.verificationCode());
    }

    private ReceiptView.Reason reason(Violation violation, Locale language) {
        return new ReceiptView.Reason(
                violation.code(),
                catalogue.detail(violation, language),
                catalogue.citation(violation).orElse(null),
                catalogue.howToFix(violation, language));
    }

    private static Violation violation(Receipt receipt, SuspenseReason reason) {
        var violation = new Violation(reason.name());
        return switch (reason) {
            case AMOUNT_DIFFERS ->
                violation.with("expected", String.valueOf(receipt.billAmount())).with("paid", receipt.amount());
            case ACCOUNT_SEALED,
                    ALREADY_PAID,
                    BASE_OUTSIDE_LIMITS,
                    BILL_UNKNOWN,
                    BILL_WITHDRAWN,
                    EMPLOYER_SHARE_DIFFERS,
                    EMPLOYMENT_UNKNOWN,
                    MONTH_CLOSED,
                    MONTH_CREDITED,
                    MONTH_MOVED_AWAY,
                    MONTH_NOT_FREE,
                    MONTH_NOT_OPEN,
                    NOT_ASSESSABLE,
                    NOT_EMPLOYED_IN_MONTH,
                    PERSONAL_SHARE_DIFFERS,
                    WRONG_CHANNEL -> violation;
        };
    }
}
