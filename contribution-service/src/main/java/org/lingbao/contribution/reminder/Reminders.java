package org.lingbao.contribution.reminder;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.scope.Reach;
import org.lingbao.contribution.reminder.ReminderView.Cost;
import org.lingbao.contribution.reminder.ReminderView.Reminder;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.Law;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** Finds what a person is about to miss. */
@ApplicationScoped
class Reminders {
    private static final String FIND = ReminderSql.of(Reach.condition("who.person_id", "false", 4));

    private final Disclosure disclosure;
    private final BusinessDay day;
    private final Soon soon;
    private final NotBilledMonths notBilled;

    Reminders(Disclosure disclosure, BusinessDay day, Soon soon, NotBilledMonths notBilled) {
        this.disclosure = disclosure;
        this.day = day;
        this.soon = soon;
        this.notBilled = notBilled;
    }

    /** Empty: there is no such person, or not within the caller's reach. */
    Uni<Optional<ReminderView>> of(Caller caller, UUID person, Loss.@Nullable Self self, Locale language) {
        var today = day.today();
        var until = soon.until(today);
        var asked = Reach.of(caller.scope()).addTo(Tuple.of(today, until, person));
        return disclosure.to(
                caller,
                "reminders.read",
                found -> person,
                client -> client.preparedQuery(FIND)
                        .execute(asked)
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().item(Optional.empty())
                                : notBilled
                                        .of(client, person, today, language)
                                        .map(months -> Optional.of(
                                                new ReminderView(until, closing(rows, self, today), months)))));
    }

    private static List<Reminder> closing(RowSet<Row> rows, Loss.@Nullable Self self, LocalDate today) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getUUID("bill_id") != null)
                .map(row -> reminder(row, self, today))
                .toList();
    }

    private static Reminder reminder(Row row, Loss.@Nullable Self self, LocalDate today) {
        var first = YearMonth.from(row.getLocalDate("begins"));
        int months = row.getInteger("months");
        return new Reminder(
                row.getUUID("bill_id"),
                row.getString("scheme"),
                row.getString("place"),
                row.getString("kind"),
                Stream.iterate(first, month -> month.plusMonths(1))
                        .limit(months)
                        .toList(),
                row.getLocalDate("payable_until"),
                new Money(row.getLong("amount_fen")).toYuan(),
                cost(row, first, months, self, today));
    }

    private static Cost cost(Row row, YearMonth first, int months, Loss.@Nullable Self self, LocalDate today) {
        var account = new Money(row.getLong("account_fen"))
                .times(row.getInteger("times"))
                .plus(new Money(row.getLong("subsidy_fen")));
        var lost = row.getString("kind").equals("ADJUSTMENT") ? 0 : months;
        return new Cost(lost, account.toYuan(), pension(row, first, months, self, today));
    }

    /** Only months of the employee scheme have a forecast. */
    private static @Nullable String pension(
            Row row, YearMonth first, int months, Loss.@Nullable Self self, LocalDate today) {
        if (self == null
                || !row.getString("scheme").equals(Scheme.EMPLOYEE.name())
                || !row.getString("kind").equals("MONTHS")) {
            return null;
        }
        var loss = new Loss(
                new Place(row.getString("place")),
                row.getInteger("tier_percent"),
                new Money(row.getLong("base_fen")),
                first,
                months);
        return loss.aMonth(Law.standard(), self, today).map(Money::toYuan).orElse(null);
    }
}
