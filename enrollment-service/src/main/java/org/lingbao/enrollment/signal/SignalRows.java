package org.lingbao.enrollment.signal;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Function;
import org.lingbao.enrollment.worklist.domain.Outcome;
import org.lingbao.platform.problem.Catalogue;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.trace.Status;

/** Reads rows of {@code signal} with their tasks, and says what they say in both languages. */
@ApplicationScoped
class SignalRows {
    private final Catalogue catalogue;

    SignalRows(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    SignalView view(Row row) {
        var kind = Behind.valueOf(row.getString("kind"));
        var subject = row.getString("subject");
        var outcome = row.getString("outcome");
        var says = says(kind, row);
        return new SignalView(
                row.getUUID("signal_id"),
                kind,
                kind == Behind.DEVICE ? subject : null,
                kind == Behind.OPERATOR ? subject.substring(subject.indexOf(' ') + 1) : null,
                row.getString("area"),
                row.getLong("persons"),
                row.getLong("enrollments"),
                row.getLocalDate("first_on"),
                row.getLocalDate("last_on"),
                row.getLocalDate("seen_on"),
                threshold(row),
                words(language -> catalogue.detail(says, language)),
                words(language -> catalogue.howToFix(says, language)),
                row.getUUID("task_id"),
                row.getString("held_by"),
                row.getLocalDate("due_on"),
                SignalView.Review.valueOf(row.getString("state")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getLocalDate("done_on"));
    }

    private static SignalView.Threshold threshold(Row row) {
        return new SignalView.Threshold(
                row.getLocalDate("threshold_from"),
                row.getInteger("threshold_persons"),
                row.getInteger("threshold_days"),
                Status.valueOf(row.getString("threshold_status").toUpperCase(Locale.ROOT)));
    }

    private static Violation says(Behind kind, Row row) {
        var persons = row.getLong("persons");
        var days = row.getInteger("threshold_days");
        var threshold = row.getInteger("threshold_persons");
        return switch (kind) {
            case PHONE ->
                new Violation("SIGNAL_PHONE")
                        .with("persons", persons)
                        .with("days", days)
                        .with("threshold", threshold);
            case DEVICE ->
                new Violation("SIGNAL_DEVICE")
                        .with("persons", persons)
                        .with("days", days)
                        .with("threshold", threshold);
            case OPERATOR ->
                new Violation("SIGNAL_OPERATOR")
                        .with("persons", persons)
                        .with("days", days)
                        .with("threshold", threshold);
            case PAYER ->
                new Violation("SIGNAL_PAYER")
                        .with("persons", persons)
                        .with("days", days)
                        .with("threshold", threshold);
        };
    }

    private static SignalView.Saying words(Function<Locale, String> text) {
        return new SignalView.Saying(text.apply(Locale.SIMPLIFIED_CHINESE), text.apply(Locale.ENGLISH));
    }
}
