package org.lingbao.contribution.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
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
    void the_years_that_come_have_tables_of_their_own_and_the_others_share_one() {
        var next = TestDatabase.number("select extract(year from now() at time zone 'Asia/Shanghai')::bigint") + 1;
        assertThat(tableOf(next + "-01-01")).isEqualTo("bill_month_" + next);
        assertThat(tableOf(next + "-12-01")).isEqualTo("bill_month_" + next);
        assertThat(tableOf("2011-06-01")).isEqualTo("bill_month_rest");
    }

    @Test
    void a_year_that_gets_its_table_late_takes_its_months_along_and_no_month_is_there_twice() {
        for (var month : new String[] {"2093-12-01", "2094-01-01", "2094-12-01", "2095-01-01"}) {
            insert(month);
        }
        try {
            for (var times = 0; times < 2; times++) {
                var kept = TestDatabase.query("select keep_months_of(2094)");
                assertThat(kept).hasSize(1);
            }
            assertThat(TestDatabase.query(
                            "select tableoid::regclass::text as kept, count(*) as months from bill_month"
                                    + " where person_id = ? group by 1 order by 1",
                            person))
                    .containsExactly(
                            Map.of("kept", "bill_month_2094", "months", 2L),
                            Map.of("kept", "bill_month_rest", "months", 2L));
            assertThatThrownBy(() -> insert("2094-01-01")).hasMessageContaining("duplicate key");
            assertThatThrownBy(() -> insert("2095-01-01")).hasMessageContaining("duplicate key");
        } finally {
            var gone = TestDatabase.execute("delete from bill_month where person_id = ?", person);
            assertThat(gone).isEqualTo(4);
        }
    }

    private String tableOf(String month) {
        insert(month);
        var kept = TestDatabase.query(
                "delete from bill_month where person_id = ? returning tableoid::regclass::text as kept", person);
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
