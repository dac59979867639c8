package org.lingbao.contribution.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Billed.BASE_FEN;
import static org.lingbao.contribution.story.Billed.monthsOf;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.BillingOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Base, tier or period are changed (变更缴费计划). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ChangePlanTest {
    private static final String HIGHER = "5000.00";
    private static final String OF_HIGHER = "1000.00";

    private final YearMonth month = Story.thisMonth();

    @Test
    void another_base_takes_the_place_of_an_open_bill_whose_money_is_kept_where_it_still_comes() {
        var person = Story.insured();
        var old = Story.billOf(person);
        var changed = changes(person, HIGHER, "MONTH", month).then().statusCode(201);
        var bill = UUID.fromString(
                changed.body("bill.amount", equalTo(OF_HIGHER)).extract().path("bill.billId"));

        Story.pays(Story.TERMINAL, Story.newSequence(), old, Story.PENSION)
                .then()
                .body("outcome", equalTo("SUSPENDED"))
                .body("reasons.code", contains("BILL_WITHDRAWN"));
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, OF_HIGHER).then().body("outcome", equalTo("PAID"));
        assertThat(monthsOf(person)).containsExactly(month);
        assertThat(plans(person))
                .containsExactly(
                        "4573.00 MONTH %s %s".formatted(month, month.minusMonths(1)),
                        "5000.00 MONTH %s null".formatted(month));
        var events = TestTopics.awaitKey("contribution.person", person.id().toString(), 3);
        var told = events.get(1).text();
        assertThat(Schemas.complaints("contribution", "plan-chosen", told)).isEmpty();
        assertThat(told).contains("\"replaces\"");
    }

    @Test
    void in_the_middle_of_a_period_what_is_left_of_its_bill_is_billed_alone_and_no_month_twice() {
        var person = Story.insured();
        var old = issued(person, month.minusMonths(1), 3);
        changes(person, HIGHER, "MONTH", month).then().statusCode(201).body("bill.months", contains(month.toString()));
        assertThat(monthsOf(person)).containsExactly(month.minusMonths(1), month);
        assertThat(TestDatabase.number("select count(*) from bill where bill_id = ? and withdrawn_on is not null", old))
                .isEqualTo(1);
        assertThat(TestDatabase.number(
                        "select amount_fen from bill where person_id = ? and first_month = ? and withdrawn_on is null",
                        person.id(),
                        month.minusMonths(1).atDay(1)))
                .isEqualTo(91460);
    }

    @Test
    void months_of_bills_that_were_withdrawn_long_before_are_not_billed_again() {
        var person = Story.insured();
        for (var first : List.of(month.minusMonths(2), month.minusMonths(1))) {
            var missed = issued(person, first, 3);
            assertThat(TestDatabase.execute("delete from bill_month where bill_id = ?", missed))
                    .isEqualTo(3);
            assertThat(TestDatabase.execute("update bill set withdrawn_on = issued_on where bill_id = ?", missed))
                    .isEqualTo(1);
            assertThat(TestDatabase.execute(
                            "update plan set until_month = from_month - interval '1 month' where person_id = ?",
                            person.id()))
                    .isPositive();
        }
        var unused = Story.billOf(person);
        changes(person, HIGHER, "MONTH", month).then().statusCode(201);
        assertThat(monthsOf(person)).containsExactly(month);
    }

    @Test
    void a_longer_period_begins_with_the_month_of_the_change() {
        var person = Story.insured();
        var unused = Story.billOf(person);
        changes(person, Story.BASE, "QUARTER", month).then().statusCode(201);
        assertThat(monthsOf(person)).containsExactly(month, month.plusMonths(1), month.plusMonths(2));
        assertThat(BillingOrder.done(month).getString("month")).isEqualTo(month.toString());
        assertThat(monthsOf(person)).hasSize(3);
    }

    @Test
    void what_is_paid_stays_and_every_reason_is_told_at_once() {
        var person = Story.insured();
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(person), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        changes(person, "100.00", "MONTH", month)
                .then()
                .statusCode(422)
                .body("errors.code", contains("BASE_BELOW_LOWER_LIMIT", "MONTHS_SETTLED"))
                .body("errors[1].parameters.next", equalTo(month.plusMonths(1).toString()));
        changes(person, Story.BASE, "MONTH", month)
                .then()
                .statusCode(422)
                .body("errors.code", contains("MONTHS_SETTLED", "PLAN_UNCHANGED"));
        assertThat(plans(person)).containsExactly("4573.00 MONTH %s null".formatted(month));
        assertThat(monthsOf(person)).containsExactly(month);
    }

    @Test
    void a_month_that_cannot_be_paid_any_more_or_not_yet_cannot_be_changed() {
        var person = Story.insured();
        var unused = Story.earlierPlan(person, 1, month.minusMonths(3), BASE_FEN);
        changes(person, HIGHER, "MONTH", month.minusMonths(1))
                .then()
                .statusCode(422)
                .body("errors.code", contains("PERIOD_CLOSED"));
        changes(person, HIGHER, "MONTH", month.minusMonths(4))
                .then()
                .statusCode(422)
                .body("errors.code", contains("PERIOD_CLOSED", "PLAN_BEGINS_LATER"));
        changes(person, HIGHER, "MONTH", month.plusMonths(1))
                .then()
                .statusCode(422)
                .body("errors.code", contains("PERIOD_NOT_OPEN"));
    }

    @Test
    void a_plan_that_was_changed_cannot_be_changed_again_but_the_one_that_took_its_place_can() {
        var person = Story.insured();
        var first = Story.choosesPlan(person).then().extract().<String>path("planId");
        var second =
                changes(person, first, "once", HIGHER, "MONTH", month).then().statusCode(201);
        changes(person, first, "twice", "6000.00", "MONTH", month)
                .then()
                .statusCode(422)
                .body("errors.code", contains("PLAN_ENDED"));
        changes(person, second.extract().path("planId"), "thrice", "6000.00", "MONTH", month)
                .then()
                .statusCode(201)
                .body("bill.amount", equalTo("1200.00"));
        assertThat(monthsOf(person)).containsExactly(month);
    }

    @Test
    void the_same_change_again_gets_the_same_answer_and_changes_nothing() {
        var person = Story.insured();
        var plan = Story.choosesPlan(person).then().extract().<String>path("planId");
        var once = changes(person, plan, "once", HIGHER, "MONTH", month).then().statusCode(201);
        var again = changes(person, plan, "once", HIGHER, "MONTH", month)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true");
        assertThat(again.extract().<String>path("planId"))
                .isEqualTo(once.extract().<String>path("planId"));
        assertThat(plans(person)).hasSize(2);
    }

    @Test
    void nobody_changes_or_sees_another_persons_plan() {
        var person = Story.insured();
        var stranger = Story.insured();
        var plan = Story.choosesPlan(person).then().extract().<String>path("planId");
        changes(stranger, plan, "theirs", HIGHER, "MONTH", month).then().statusCode(404);
        changes(stranger, UUID.randomUUID().toString(), "none", HIGHER, "MONTH", month)
                .then()
                .statusCode(404);
        as(stranger.token())
                .queryParam("personId", person.id().toString())
                .get("/plans")
                .then()
                .statusCode(200)
                .body("plans.size()", equalTo(0));
    }

    @Test
    void a_clerk_who_looks_at_a_persons_plans_leaves_a_line_and_the_person_does_not() {
        var person = Story.insured();
        var plan = Story.choosesPlan(person).then().extract().<String>path("planId");
        var lines = "select count(*) from audit where action = 'plans.read' and subject_id = ?";
        assertThat(plans(person)).hasSize(1);
        assertThat(TestDatabase.number(lines, person.id())).isZero();

        as(TestTokens.of("li.clerk"))
                .queryParam("personId", person.id().toString())
                .get("/plans")
                .then()
                .statusCode(200)
                .body("plans.planId", contains(plan));

        assertThat(TestDatabase.number(lines, person.id())).isEqualTo(1);
    }

    @Test
    void a_malformed_change_is_told_every_violation_at_once() {
        var person = Story.insured();
        var plan = Story.choosesPlan(person).then().extract().<String>path("planId");
        as(person.token())
                .header("Idempotency-Key", "bad")
                .body("{\"base\": \"-1\", \"tierPercent\": 0, \"period\": \"WEEK\", \"from\": \"2026-13\"}")
                .post("/plans/" + plan + "/change")
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(5));
    }

    /** As it was issued in an earlier month: the plan and its open bill, which can still be paid. */
    static UUID issued(Person person, YearMonth first, int months) {
        var plan = Story.earlierPlan(person, months, first, BASE_FEN);
        var bill = UUID.randomUUID();
        var written = TestDatabase.execute("""
                with billed as (
                    insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen,
                                      pooled_fen, medical_fen, amount_fen, payable_until, issued_on)
                    select ?, plan_id, person_id, scheme, place, from_month, period_months, base_fen, 36584, 54876, 0,
                           period_months * 91460, ?, chosen_on from plan where plan_id = ?
                    returning *
                )
                insert into bill_month (person_id, scheme, month, bill_id)
                select person_id, scheme, (first_month + make_interval(months => later))::date, bill_id
                from billed cross join lateral generate_series(0, months - 1) later""", bill, Story.today().plusDays(20), plan);
        assertThat(written).isEqualTo(months);
        return bill;
    }

    static Response changes(Person person, String base, String period, YearMonth from) {
        var plan = TestDatabase.query(
                        "select plan_id from plan where person_id = ? and until_month is null", person.id())
                .getFirst()
                .get("plan_id");
        return changes(person, String.valueOf(plan), UUID.randomUUID().toString(), base, period, from);
    }

    private static Response changes(
            Person person, String plan, String key, String base, String period, YearMonth from) {
        return as(person.token())
                .header("Idempotency-Key", key)
                .body("{\"base\": \"%s\", \"period\": \"%s\", \"from\": \"%s\"}".formatted(base, period, from))
                .post("/plans/" + plan + "/change");
    }

    private static List<String> plans(Person person) {
        return as(person.token())
                .queryParam("personId", person.id().toString())
                .get("/plans")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("plans.collect { it.base + ' ' + it.period + ' ' + it.from + ' ' + it.until }");
    }
}
