package org.lingbao.contribution.reminder;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.contribution.billing.Chosen;
import org.lingbao.contribution.plan.Refusals;
import org.lingbao.contribution.reminder.ReminderView.NotBilled;
import org.lingbao.platform.problem.Catalogue;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Months that a person's plans ask for and that were not billed, with what the law says to them today. */
@ApplicationScoped
class NotBilledMonths {
    /** How far back they are shown: a window may still be open for the month before. */
    private static final int MONTHS_BACK = 1;

    private final Catalogue catalogue;

    NotBilledMonths(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Without those that the law lets be billed meanwhile: the next billing run has them. */
    Uni<List<NotBilled>> of(SqlClient client, UUID person, LocalDate today, Locale language) {
        var since = today.withDayOfMonth(1).minusMonths(MONTHS_BACK);
        return client.preparedQuery(ReminderSql.NOT_BILLED)
                .execute(Tuple.of(person, since))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> notBilled(row, today, language))
                        .filter(found -> !found.reasons().isEmpty())
                        .toList());
    }

    private NotBilled notBilled(Row row, LocalDate today, Locale language) {
        var month = YearMonth.from(row.getLocalDate("month"));
        return new NotBilled(
                row.getUUID("plan_id"),
                row.getString("scheme"),
                month,
                against(chosen(row), month, today).stream()
                        .map(reason -> reason(Refusals.of(reason), language))
                        .toList());
    }

    private static List<Assessment.Reason> against(Chosen chosen, YearMonth month, LocalDate today) {
        try {
            return Law.standard()
                                    .contribution()
                                    .assess(chosen.from(month), today)
                                    .value()
                            instanceof Assessment.Refused(var reasons)
                    ? reasons
                    : List.of();
        } catch (DataNotLoaded e) {
            return List.of();
        }
    }

    private static Chosen chosen(Row row) {
        var base = row.getLong("base_fen");
        return new Chosen(
                new Place(row.getString("place")),
                Scheme.valueOf(row.getString("scheme")),
                Period.of(row.getInteger("period_months")),
                base == null ? null : new Money(base),
                row.getInteger("tier_percent"));
    }

    private ReminderView.Reason reason(Violation violation, Locale language) {
        return new ReminderView.Reason(
                violation.code(),
                catalogue.detail(violation, language),
                catalogue.citation(violation).orElse(null),
                catalogue.howToFix(violation, language));
    }
}
