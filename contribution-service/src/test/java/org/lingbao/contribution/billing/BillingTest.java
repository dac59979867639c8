package org.lingbao.contribution.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BillingTest {
    private static final long BASE_FEN = 457300;
    private YearMonth month = YearMonth.of(2026, 9);

    @BeforeEach
    void in_this_month() {
        month = Story.thisMonth();
    }

    @Test
    void a_run_bills_everybody_who_is_due_and_tells_it_in_one_summary() {
        var people = IntStream.range(0, 5).mapToObj(i -> Story.insured()).toList();
        people.forEach(person -> plan(person, 1, month.minusMonths(3)));
        var before = billsOf(month);
        var run = run();
        assertThat(run.getLong("bills")).isEqualTo(billsOf(month) - before).isGreaterThanOrEqualTo(5);
        people.forEach(person -> assertThat(bill(person, month))
                .isEqualTo(Map.of("months", 1, "amount_fen", 91460L, "account_fen", 36584L, "pooled_fen", 54876L)));
        var event = TestTopics.await(
                        "contribution.billing-run",
                        1,
                        Duration.ofSeconds(20),
                        message -> run.getString("runId").equals(message.key()))
                .getFirst();
        assertThat(Schemas.complaints("contribution", "bills-issued", event.text()))
                .isEmpty();
        assertThat(JsonPath.from(event.text()).getLong("bills")).isEqualTo(run.getLong("bills"));
        assertThat(JsonPath.from(event.text()).getString("total")).isEqualTo(run.getString("total"));
    }

    @Test
    void a_run_leaves_a_line_in_the_audit() {
        var lines = "select count(*) from audit where action = 'billing.run' and actor = ? and subject_id is null";
        var operator = TestTokens.subject("operator");
        var before = TestDatabase.number(lines, operator);
        var unused = run();
        assertThat(TestDatabase.number(lines, operator)).isEqualTo(before + 1);
    }

    @Test
    void a_run_twice_is_once() {
        var person = Story.insured();
        plan(person, 1, month.minusMonths(1));
        assertThat(run().getLong("bills")).isPositive();
        assertThat(run().getLong("bills")).isZero();
        assertThat(monthsOf(person)).containsExactly(month);
    }

    @Test
    void the_same_request_again_is_told_the_same_run() {
        var key = UUID.randomUUID().toString();
        var first = run(key).then().statusCode(201).extract().<String>path("runId");
        run(key).then().statusCode(201).header("Idempotent-Replayed", "true").body("runId", equalTo(first));
    }

    @Test
    void two_runs_at_once_do_no_harm() throws Exception {
        var people = IntStream.range(0, 40).mapToObj(i -> Story.insured()).toList();
        people.forEach(person -> plan(person, 1, month.minusMonths(1)));
        var before = billsOf(month);
        Callable<Response> call = () -> run(UUID.randomUUID().toString());
        try (var threads = Executors.newFixedThreadPool(4)) {
            var issued = 0L;
            for (var answer : threads.invokeAll(List.of(call, call, call, call))) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                issued += answer.get().jsonPath().getLong("bills");
            }
            assertThat(issued).isEqualTo(billsOf(month) - before).isGreaterThanOrEqualTo(40);
        }
        people.forEach(person -> assertThat(monthsOf(person)).containsExactly(month));
    }

    @Test
    void billing_stops_after_the_last_payable_month() {
        var ending = Story.insuredUntil(month);
        var ended = Story.insuredUntil(month.minusMonths(1));
        plan(ending, 1, month.minusMonths(2));
        plan(ended, 1, month.minusMonths(2));
        assertThat(run().getLong("bills")).isPositive();
        assertThat(monthsOf(ending)).containsExactly(month);
        assertThat(monthsOf(ended)).isEmpty();
    }

    @Test
    void a_period_is_billed_when_it_begins_and_not_in_between() {
        var begins = Story.insured();
        var between = Story.insured();
        plan(begins, 3, month.minusMonths(3));
        plan(between, 3, month.minusMonths(2));
        assertThat(run().getLong("bills")).isPositive();
        assertThat(monthsOf(begins)).containsExactly(month, month.plusMonths(1), month.plusMonths(2));
        assertThat(bill(begins, month)).containsEntry("amount_fen", 3 * 91460L);
        assertThat(monthsOf(between)).isEmpty();
    }

    @Test
    void the_last_period_is_cut_short_at_the_last_payable_month() {
        var person = Story.insuredUntil(month.plusMonths(1));
        plan(person, 3, month.minusMonths(3));
        assertThat(run().getLong("bills")).isPositive();
        assertThat(monthsOf(person)).containsExactly(month, month.plusMonths(1));
        assertThat(bill(person, month)).containsEntry("months", 2).containsEntry("amount_fen", 2 * 91460L);
    }

    @Test
    void a_month_that_a_longer_bill_covers_is_not_billed_again() {
        var person = Story.insured();
        var first = Story.earlierPlan(person, 1, month.minusMonths(1), BASE_FEN);
        var unused = TestDatabase.execute(
                "insert into bill select gen_random_uuid(), plan_id, person_id, scheme, place, ?, 3, 457300, 36584, 54876, 0, 274380, ?, ?, null from plan where plan_id = ?",
                month.minusMonths(1).atDay(1),
                Story.today(),
                Story.today(),
                first);
        unused = TestDatabase.execute(
                "insert into bill_month select person_id, scheme, cast(first_month + make_interval(months => i) as date), bill_id from bill, generate_series(0, 2) i where plan_id = ?",
                first);
        assertThat(run().getString("month")).isEqualTo(month.toString());
        assertThat(monthsOf(person)).containsExactly(month.minusMonths(1), month, month.plusMonths(1));
    }

    @Test
    void a_plan_whose_base_no_longer_fits_the_limits_is_left_out_and_counted() {
        var person = Story.insured();
        var unused = Story.earlierPlan(person, 1, month.minusMonths(14), 400000);
        var run = run();
        assertThat(run.<String>getList("refused.code")).contains("BASE_BELOW_LOWER_LIMIT");
        assertThat(monthsOf(person)).isEmpty();
        var ended = TestDatabase.execute("delete from plan where plan_id = ?", unused);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void a_month_that_is_not_open_is_billed_to_nobody() {
        var person = Story.insured();
        plan(person, 1, month.minusMonths(1));
        var next = month.plusMonths(1);
        as(TestTokens.of("operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"month\": \"%s\"}".formatted(next))
                .post("/billing-runs")
                .then()
                .statusCode(201)
                .body("bills", equalTo(0))
                .body("refused.code", contains("PERIOD_NOT_OPEN"));
        assertThat(monthsOf(person)).isEmpty();
    }

    @Test
    void a_run_needs_a_month() {
        as(TestTokens.of("operator"))
                .header("Idempotency-Key", "x")
                .body("{\"month\": \"2026-9\"}")
                .post("/billing-runs")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/month"));
    }

    private static void plan(Person person, int months, YearMonth from) {
        assertThat(Story.earlierPlan(person, months, from, BASE_FEN)).isNotNull();
    }

    private JsonPath run() {
        return run(UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Response run(String key) {
        return as(TestTokens.of("operator"))
                .header("Idempotency-Key", key)
                .body("{\"month\": \"%s\"}".formatted(month))
                .post("/billing-runs");
    }

    private static long billsOf(YearMonth month) {
        return TestDatabase.number("select count(*) from bill where first_month = ?", month.atDay(1));
    }

    private static List<YearMonth> monthsOf(Person person) {
        return TestDatabase.query(
                        "select to_char(month, 'YYYY-MM') as month from bill_month where person_id = ? order by 1",
                        person.id())
                .stream()
                .map(row -> YearMonth.parse(String.valueOf(row.get("month"))))
                .collect(Collectors.toList());
    }

    private static Map<String, @Nullable Object> bill(Person person, YearMonth first) {
        return TestDatabase.query(
                        "select cast(months as int) as months, amount_fen, account_fen, pooled_fen from bill where person_id = ? and first_month = ?",
                        person.id(),
                        first.atDay(1))
                .getFirst();
    }
}
