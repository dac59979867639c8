package org.lingbao.local.faults.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingbao.local.faults.events.Digest.Sum;

class DigestTest {
    private final Digest before = new Digest(Map.of("receipt", new Sum(2, "7"), "plan", new Sum(1, "3")));

    @Test
    void the_same_rows_are_no_change() {
        assertThat(before.changesTo(new Digest(Map.of("plan", new Sum(1, "3"), "receipt", new Sum(2, "7")))))
                .isEmpty();
        assertThat(before.rows()).isEqualTo(3);
    }

    @Test
    void another_row_a_changed_one_and_a_table_that_is_gone_are_named() {
        assertThat(before.changesTo(new Digest(Map.of("receipt", new Sum(3, "9"), "bill", new Sum(1, "1")))))
                .containsExactly("bill: 0 rows, then 1", "plan: 1 rows, then 0", "receipt: 2 rows, then 3");
        assertThat(before.changesTo(new Digest(Map.of("receipt", new Sum(2, "8"), "plan", new Sum(1, "3")))))
                .containsExactly("receipt: 2 rows, then 2");
    }
}
