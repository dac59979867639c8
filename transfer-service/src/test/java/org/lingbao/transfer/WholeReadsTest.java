package org.lingbao.transfer;

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
                    "certificate",
                    "exchange_letter",
                    "exchange_log",
                    "exchange_received",
                    "first_payment",
                    "login",
                    "login_of_merged",
                    "person_area",
                    "person_merged",
                    "relation",
                    "transfer_case",
                    "transfer_message",
                    "transfer_news",
                    "transfer_task"),
            Set.of("exchange_letter_partner_case_id_sequence_idx", "transfer_task_place_task_id_idx"),
            40);

    /** What is about everybody, with why. */
    private static final Map<String, String> OF_EVERYBODY =
            Map.of("BeginDay.DUE", "a day begins for every case that is open");

    @Test
    void what_is_asked_of_one_person_reads_no_table_from_one_end_to_the_other() {
        assertThat(LOOK.but(OF_EVERYBODY.keySet())).isEmpty();
    }
}
