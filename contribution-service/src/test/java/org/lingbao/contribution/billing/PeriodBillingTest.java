package org.lingbao.contribution.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.Billed.BASE_FEN;
import static org.lingbao.contribution.story.Billed.bill;
import static org.lingbao.contribution.story.Billed.monthsOf;
import static org.lingbao.contribution.story.Billed.plan;
import static org.lingbao.contribution.story.BillingOrder.done;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.BillingOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PeriodBillingTest {
    private final List<String> credited = new ArrayList<>();
    private final YearMonth month = Story.thisMonth();

    /** What no case has credited would be found by the ledger's proof. */
    @AfterEach
    void forget_the_credits() {
        credited.forEach(owner -> assertThat(TestDatabase.execute(
                        "update account_balance set credited = '{}' where account_owner = ?", owner))
                .isEqualTo(1));
    }

    @Test
    void a_period_is_billed_when_it_begins_and_not_in_between() {
        var begins = Story.insured();
        var between = Story.insured();
        plan(begins, 3, month.minusMonths(3));
        var unused = issued(between, month.minusMonths(2), 3, Story.today());
        assertThat(done(month).getLong("bills")).isPositive();
        assertThat(monthsOf(begins)).containsExactly(month, month.plusMonths(1), month.plusMonths(2));
        assertThat(bill(begins, month)).containsEntry("amount_fen", 3 * 91460L);
        assertThat(monthsOf(between)).containsExactly(month.minusMonths(2), month.minusMonths(1), month);
    }

    @Test
    void the_last_period_is_cut_short_at_the_last_payable_month() {
        var person = Story.insuredUntil(month.plusMonths(1));
        plan(person, 3, month.minusMonths(3));
        assertThat(done(month).getLong("bills")).isPositive();
        assertThat(monthsOf(person)).containsExactly(month, month.plusMonths(1));
        assertThat(bill(person, month)).containsEntry("months", 2).containsEntry("amount_fen", 2 * 91460L);
    }

    @Test
    void a_month_that_a_longer_bill_covers_is_not_billed_again() {
        var person = Story.insured();
        assertThat(issued(person, month.minusMonths(1), 3, Story.today())).isNotNull();
        assertThat(done(month).getString("month")).isEqualTo(month.toString());
        assertThat(monthsOf(person)).containsExactly(month.minusMonths(1), month, month.plusMonths(1));
    }

    @Test
    void a_period_whose_beginning_was_not_the_persons_to_pay_is_billed_from_the_first_month_that_is() {
        var person = Story.insured();
        plan(person, 3, month.minusMonths(1));
        assertThat(done(month).getLong("bills")).isPositive();
        assertThat(monthsOf(person)).containsExactly(month, month.plusMonths(1));
        assertThat(bill(person, month)).containsEntry("months", 2).containsEntry("amount_fen", 2 * 91460L);
    }

    @Test
    void a_period_is_billed_up_to_a_month_that_came_by_a_transfer() {
        var person = Story.insured();
        plan(person, 3, month);
        credited(person, month.plusMonths(2));
        assertThat(done(month).getLong("bills")).isPositive();
        assertThat(monthsOf(person)).containsExactly(month, month.plusMonths(1));
    }

    @Test
    void what_is_left_of_a_bill_that_was_not_paid_in_time_is_billed_anew() {
        var person = Story.insured();
        var missed = issued(person, month.minusMonths(1), 3, Story.today().minusDays(11));
        assertThat(BillingOrder.dry(month).getLong("bills")).isPositive();
        assertThat(done(month).getLong("bills")).isPositive();
        assertThat(monthsOf(person)).containsExactly(month, month.plusMonths(1));
        assertThat(bill(person, month)).containsEntry("months", 2);
        assertThat(TestDatabase.number(
                        "select count(*) from bill where bill_id = ? and withdrawn_on is not null", missed))
                .isEqualTo(1);
    }

    @Test
    void money_that_was_taken_in_time_has_ten_days_to_come() {
        var person = Story.insured();
        var waits = issued(person, month.minusMonths(1), 3, Story.today().minusDays(10));
        assertThat(done(month).getString("month")).isEqualTo(month.toString());
        assertThat(TestDatabase.number("select count(*) from bill where bill_id = ? and withdrawn_on is null", waits))
                .isEqualTo(1);
        assertThat(monthsOf(person)).hasSize(3);
    }

    @Test
    void what_is_left_of_a_bill_with_a_month_that_came_by_a_transfer_is_billed_anew() {
        var person = Story.insured();
        var unused = issued(person, month.minusMonths(1), 3, Story.today().plusDays(1));
        credited(person, month.minusMonths(1));
        assertThat(done(month).getLong("bills")).isPositive();
        assertThat(monthsOf(person)).containsExactly(month, month.plusMonths(1));
    }

    /** As it was issued in an earlier month. */
    private static UUID issued(Person person, YearMonth first, int months, LocalDate payableUntil) {
        var plan = Story.earlierPlan(person, months, first, BASE_FEN);
        var bill = UUID.randomUUID();
        assertThat(TestDatabase.execute("""
                        insert into bill select ?, plan_id, person_id, scheme, place, from_month, period_months, 457300, 36584, 54876,
                                                0, period_months * 91460, ?, ?, null
                        from plan where plan_id = ?""", bill, payableUntil, Story.today(), plan))
                .isEqualTo(1);
        assertThat(TestDatabase.execute("""
                        insert into bill_month
                        select person_id, scheme, cast(first_month + make_interval(months => i) as date), bill_id
                        from bill, generate_series(0, months - 1) i where bill_id = ?""", bill)).isEqualTo(months);
        return bill;
    }

    private void credited(Person person, YearMonth month) {
        credited.add(person.id() + "/EMPLOYEE");
        assertThat(TestDatabase.execute("""
                        update account_balance set credited = datemultirange(daterange(?, ?))
                        where account_owner = ?""", month.atDay(1), month.plusMonths(1).atDay(1), person.id() + "/EMPLOYEE"))
                .isEqualTo(1);
    }
}
