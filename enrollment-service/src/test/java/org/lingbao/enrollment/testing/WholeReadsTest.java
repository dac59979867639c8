package org.lingbao.enrollment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.WholeReads;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WholeReadsTest {
    private static final WholeReads LOOK = new WholeReads(
            Set.of(
                    "act",
                    "application",
                    "employment",
                    "ending",
                    "login",
                    "person",
                    "person_area",
                    "person_document",
                    "person_trait",
                    "possible_match",
                    "relation",
                    "task"),
            Set.of("task_held_by_task_id_idx", "task_escalates_on_task_id_idx", "task_task_id_idx"),
            100);

    /** What is about everybody, with why. */
    private static final Map<String, String> OF_EVERYBODY = Map.of(
            "FeedSql.UNINSURED", "compares a whole population",
            "FigureSql.CHECK", "counts everybody",
            "MatchSql.TAKE", "begins with those who wait",
            "SignalSql.PAID_FOR", "once a day, of those whom one payer paid for");

    @Test
    void what_is_asked_of_one_person_reads_no_table_from_one_end_to_the_other() {
        assertThat(LOOK.but(OF_EVERYBODY.keySet())).isEmpty();
    }
}
