package org.lingbao.contribution.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.plan.ChangePlanTest.changes;
import static org.lingbao.contribution.plan.ChangePlanTest.issued;
import static org.lingbao.contribution.story.Billed.monthsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.BillingOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ChangeInAnyOrderTest {
    /** However often it is changed and paid in between, each month is billed once, and paid or open at one price. */
    @Test
    void whatever_is_changed_in_whatever_order_no_month_is_lost_or_billed_twice() {
        var random = new Random(7);
        var month = Story.thisMonth();
        var periods = List.of("MONTH", "QUARTER", "HALF_YEAR", "YEAR");
        for (var round = 0; round < 6; round++) {
            var person = Story.insured();
            var unused = issued(person, month.minusMonths(2), List.of(3, 6, 12).get(random.nextInt(3)));
            for (var step = 0; step < 6; step++) {
                var base = 5000 + random.nextInt(4) * 100 + ".00";
                var answer = changes(person, base, periods.get(random.nextInt(4)), month);
                assertThat(answer.statusCode()).isIn(201, 422);
                if (random.nextInt(3) == 0) {
                    paysTheFirst(person);
                }
                assertThat(BillingOrder.done(month).getString("month")).isEqualTo(month.toString());
                var billed = monthsOf(person);
                assertThat(billed).contains(month.minusMonths(2), month).doesNotHaveDuplicates();
                assertThat(withoutGap(billed, month.minusMonths(2), month)).isTrue();
                assertThat(TestDatabase.number("""
                                select count(*) from (
                                    select sum(months) from bill where person_id = ? and withdrawn_on is null
                                    having sum(months) <> (select count(*) from bill_month where person_id = ?)) differs""", person.id(), person.id())).isZero();
                assertThat(TestDatabase.number(
                                "select count(*) from plan where person_id = ? and until_month is null", person.id()))
                        .isEqualTo(1);
                assertThat(TestDatabase.number("""
                                select count(*) from receipt r join bill b using (bill_id)
                                where r.person_id = ? and r.outcome = 'PAID' and b.months <>
                                      (select count(*) from bill_month m where m.bill_id = b.bill_id)""", person.id()))
                        .as("bills that are paid and lack a month")
                        .isZero();
            }
        }
    }

    /** What is open and begins first, if anything is; a window that has closed sends the money to suspense. */
    private static void paysTheFirst(Person person) {
        TestDatabase.query("""
                        select bill_id, cast(amount_fen / 100.0 as numeric(20, 2)) as amount from bill
                        where person_id = ? and paid_by is null and withdrawn_on is null order by first_month limit 1""", person.id())
                .forEach(bill -> Story.pays(
                                Story.TERMINAL,
                                Story.newSequence(),
                                UUID.fromString(String.valueOf(bill.get("bill_id"))),
                                String.valueOf(bill.get("amount")))
                        .then()
                        .statusCode(201));
    }

    private static boolean withoutGap(List<YearMonth> billed, YearMonth first, YearMonth last) {
        var wanted = new ArrayList<YearMonth>();
        for (var each = first; !each.isAfter(last); each = each.plusMonths(1)) {
            wanted.add(each);
        }
        return billed.containsAll(wanted);
    }
}
