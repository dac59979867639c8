package org.lingbao.contribution.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** How the months are kept by their years (分区). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MonthYearsTest {
    private final UUID person = UUID.randomUUID();

    @Test
    void the_years_that_come_have_tables_of_their_own_and_the_past_shares_one() {
        var next = TestDatabase.number("select extract(year from now() at time zone 'Asia/Shanghai')::bigint") + 1;
        assertThat(tableOf(next + "-01-01")).isEqualTo("bill_month_" + next);
        assertThat(tableOf(next + 4 + "-12-01")).isEqualTo("bill_month_" + (next + 4));
        assertThat(tableOf("2026-12-01")).isEqualTo("bill_month_past");
        assertThat(tableOf("2011-06-01")).isEqualTo("bill_month_past");
    }

    @Test
    void a_year_gets_its_table_once_and_no_month_is_there_twice() {
        assertThatThrownBy(() -> insert("2094-01-01")).hasMessageContaining("no partition");
        for (var times = 0; times < 2; times++) {
            assertThat(TestDatabase.query("select keep_months_of(2094)")).hasSize(1);
        }
        insert("2094-01-01");
        assertThatThrownBy(() -> insert("2094-01-01")).hasMessageContaining("duplicate key");
        assertThat(tableOf("2094-12-01")).isEqualTo("bill_month_2094");
        assertThat(TestDatabase.execute("delete from bill_month where person_id = ?", person))
                .isEqualTo(1);
    }

    private String tableOf(String month) {
        insert(month);
        var kept = TestDatabase.query(
                "delete from bill_month where person_id = ? and month = cast(? as date)"
                        + " returning tableoid::regclass::text as kept",
                person,
                month);
        return String.valueOf(kept.getFirst().get("kept"));
    }

    private void insert(String month) {
        var written = TestDatabase.execute(
                "insert into bill_month (person_id, scheme, month, bill_id) values (?, 'EMPLOYEE', cast(? as date), ?)",
                person,
                month,
                UUID.randomUUID());
        assertThat(written).isEqualTo(1);
    }
}
