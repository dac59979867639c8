package org.lingbao.contribution.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.TransferStory.accountOf;
import static org.lingbao.contribution.story.TransferStory.provesItself;
import static org.lingbao.contribution.story.TransferStory.statementOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.InterestOrder;
import org.lingbao.contribution.story.PaidEarlier;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** What was missing of a month and was paid later explains the balance, and bears interest as any credit. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class InterestOnAdjustmentTest {
    @Test
    void what_was_missing_of_a_month_and_came_later_bears_interest_from_the_month_that_it_came_in() {
        var person = Story.insured();
        PaidEarlier.month(PaidEarlier.plan(person), "2025-01", 36584);
        Story.pays(Story.TERMINAL, Story.newSequence(), missingOf(person), "13.80")
                .then()
                .body("outcome", equalTo("PAID"));
        assertThat(accountOf(person)).isEqualTo(36584 + 552);

        assertThat(InterestOrder.done(2025).<String>getList("workList.doubt")).contains("INTEREST_MONTH_UNCERTAIN");
        assertThat(statementOf(person).getList("interest")).isEmpty();

        assertThat(InterestOrder.done(2025, "CREDIT_MONTH").getLong("changed")).isPositive();
        assertThat(statementOf(person).getString("interest[0].amount")).isEqualTo("5.49");
        assertThat(accountOf(person)).isEqualTo(36584 + 552 + 549);
        provesItself();
    }

    /** The bill of a difference of the one month that is paid. */
    private static UUID missingOf(Person person) {
        var missing = UUID.randomUUID();
        assertThat(TestDatabase.execute("""
                        insert into bill (bill_id, plan_id, person_id, scheme, place, adjusts_from, months, base_fen, account_fen,
                                          pooled_fen, medical_fen, amount_fen, payable_until, issued_on, kind, adjusts)
                        select ?, plan_id, person_id, scheme, place, first_month, 1, 464200, 552, 828, 0, 1380,
                               date '2026-12-31', date '2026-08-20', 'ADJUSTMENT', bill_id
                        from bill where person_id = ?""", missing, person.id())).isEqualTo(1);
        return missing;
    }
}
