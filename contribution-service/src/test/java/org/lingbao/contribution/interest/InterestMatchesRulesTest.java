package org.lingbao.contribution.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.TransferStory.provesItself;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.InterestOrder;
import org.lingbao.contribution.story.PaidEarlier;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.rules.Law;
import org.lingbao.rules.account.InterestMethod;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/** SQL reckons a year's interest for everybody at once; the rules reckon it for one account at a time, and to the same fen. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class InterestMatchesRulesTest {
    private static final Rate RATE_2024 = Rate.of("0.0262");
    private static final Rate RATE_2025 = Rate.of("0.015");
    private static final int MONTHS = 12;

    /** What somebody paid, by the fee's month and by the month in which it was booked. */
    private record Payer(
            Person person,
            List<Money> fees2024,
            List<Money> fees2025,
            List<Money> booked2024,
            List<Money> booked2025) {}

    @Test
    void the_formula_in_sql_is_that_of_the_rules_for_any_amounts() {
        var random = new Random(1997116);
        for (var i = 0; i < 300; i++) {
            var opening = new Money(random.nextLong(1L << random.nextInt(1, 40)));
            var credits = new ArrayList<Money>();
            for (var month = 0; month < MONTHS; month++) {
                credits.add(new Money(random.nextLong(1L << random.nextInt(1, 34))));
            }
            var rate = new Rate(random.nextLong(100_000), 6);
            var ruled = Law.standard()
                    .account()
                    .payingIn(opening, credits, rate, InterestMethod.MONTHLY_PRODUCT)
                    .value();

            assertThat(TestDatabase.number(
                            "select interest_of(?, ?, ?)",
                            opening.fen(),
                            ruled.product().fen(),
                            rate.value()))
                    .as("%s %s %s", opening, credits, rate)
                    .isEqualTo(
                            ruled.openingInterest().plus(ruled.movedInterest()).fen());
        }
    }

    @Test
    void two_years_of_random_histories_are_those_of_the_rules() {
        var random = new Random(20250101);
        var payers = new ArrayList<Payer>();
        for (var i = 0; i < 25; i++) {
            payers.add(payer(random));
        }
        assertThat(InterestOrder.done(2024, "FEE_MONTH").getString("status")).isEqualTo("DONE");
        assertThat(InterestOrder.done(2025, "FEE_MONTH").getString("status")).isEqualTo("DONE");
        assertThat(payers).allSatisfy(payer -> matches(payer, payer.fees2024(), payer.fees2025()));
        provesItself();

        assertThat(InterestOrder.done(2024, "CREDIT_MONTH").getString("status")).isEqualTo("DONE");
        assertThat(InterestOrder.done(2025, "CREDIT_MONTH").getString("status")).isEqualTo("DONE");
        assertThat(payers).allSatisfy(payer -> matches(payer, payer.booked2024(), payer.booked2025()));
        provesItself();
    }

    private static void matches(Payer payer, List<Money> credits2024, List<Money> credits2025) {
        var rules = Law.standard().account();
        var first = rules.payingIn(Money.ZERO, credits2024, RATE_2024, InterestMethod.MONTHLY_PRODUCT)
                .value();
        var second = rules.payingIn(first.closing(), credits2025, RATE_2025, InterestMethod.MONTHLY_PRODUCT)
                .value();
        assertThat(interestOf(payer.person(), 2024))
                .isEqualTo(first.openingInterest().plus(first.movedInterest()).fen());
        assertThat(interestOf(payer.person(), 2025))
                .isEqualTo(second.openingInterest().plus(second.movedInterest()).fen());
        assertThat(TestDatabase.number(
                        "select balance_fen from account_balance where account_owner = ?",
                        payer.person().id() + "/EMPLOYEE"))
                .isEqualTo(second.closing().fen());
    }

    private static long interestOf(Person person, int year) {
        return TestDatabase.number(
                "select coalesce(sum(difference_fen), 0)::bigint from interest where person_id = ? and year = ?",
                person.id(),
                year);
    }

    /** Each fee is booked in its month or later, within the two years. */
    private static Payer payer(Random random) {
        var person = Story.insured();
        var plan = PaidEarlier.plan(person);
        var payer = new Payer(person, year(), year(), year(), year());
        for (var month = YearMonth.of(2024, 9); month.isBefore(YearMonth.of(2026, 1)); month = month.plusMonths(1)) {
            if (random.nextInt(4) > 0) {
                pay(random, plan, payer, month);
            }
        }
        return payer;
    }

    private static void pay(Random random, UUID plan, Payer payer, YearMonth month) {
        var last = YearMonth.of(2025, MONTHS);
        var late = month.plusMonths(random.nextInt(3));
        var booked = late.isAfter(last) ? last : late;
        var amount = new Money(1 + random.nextInt(200_000));
        PaidEarlier.month(
                plan, month, LocalDate.of(booked.getYear(), booked.getMonth(), 1 + random.nextInt(28)), amount.fen());
        add(month.getYear() == 2024 ? payer.fees2024() : payer.fees2025(), month, amount);
        add(booked.getYear() == 2024 ? payer.booked2024() : payer.booked2025(), booked, amount);
    }

    private static void add(List<Money> year, YearMonth month, Money amount) {
        var at = month.getMonthValue() - 1;
        year.set(at, year.get(at).plus(amount));
    }

    private static List<Money> year() {
        return new ArrayList<>(Collections.nCopies(MONTHS, Money.ZERO));
    }
}
