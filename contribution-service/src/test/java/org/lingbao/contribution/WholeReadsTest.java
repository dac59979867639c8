package org.lingbao.contribution;

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
                    "account_balance",
                    "attempt",
                    "bill",
                    "bill_month",
                    "entry",
                    "entry_set",
                    "interest",
                    "login",
                    "person_area",
                    "plan",
                    "receipt",
                    "relation"),
            Set.of(
                    "account_balance_account_owner_idx",
                    "attempt_in_flight_until_idx",
                    "bill_adjusts_idx",
                    "receipt_receipt_id_idx"),
            100);

    /** What is about everybody, with why. */
    private static final Map<String, String> OF_EVERYBODY = Map.of(
            "CheckSql.ALL", "the proof adds up everything",
            "Prices.CHOICES", "a billing run asks once what has been chosen");

    @Test
    void what_is_asked_of_one_person_reads_no_table_from_one_end_to_the_other() {
        assertThat(LOOK.but(OF_EVERYBODY.keySet())).isEmpty();
    }
}
