package org.lingbao.contribution.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;

/** What people chose to pay from a month on, and what they were billed for it. */
public final class Billed {
    public static final long BASE_FEN = 457300;

    private Billed() {}

    /** A choice of the lowest base. */
    public static void plan(Person person, int months, YearMonth from) {
        assertThat(Story.earlierPlan(person, months, from, BASE_FEN)).isNotNull();
    }

    /** All months that are billed, in order. */
    public static List<YearMonth> monthsOf(Person person) {
        return TestDatabase.query(
                        "select to_char(month, 'YYYY-MM') as month from bill_month where person_id = ? order by 1",
                        person.id())
                .stream()
                .map(row -> YearMonth.parse(String.valueOf(row.get("month"))))
                .toList();
    }

    /** The bill that begins with a month. */
    public static Map<String, @Nullable Object> bill(Person person, YearMonth first) {
        return TestDatabase.query(
                        "select cast(months as int) as months, amount_fen, account_fen, pooled_fen from bill where person_id = ? and first_month = ?",
                        person.id(),
                        first.atDay(1))
                .getFirst();
    }
}
