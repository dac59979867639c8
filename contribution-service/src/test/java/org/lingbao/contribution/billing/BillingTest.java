package org.lingbao.contribution.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Billed.bill;
import static org.lingbao.contribution.story.Billed.monthsOf;
import static org.lingbao.contribution.story.Billed.plan;
import static org.lingbao.contribution.story.BillingOrder.done;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.BillingOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.sweep.OneMore;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BillingTest {
    @Inject
    OneMore instance;

    private final YearMonth month = Story.thisMonth();

    @Test
    void a_run_bills_everybody_who_is_due_and_tells_each_bucket() {
        var people = IntStream.range(0, 5).mapToObj(i -> Story.insured()).toList();
        people.forEach(person -> plan(person, 1, month.minusMonths(3)));
        var before = billsOf(month);
        var run = done(month);
        assertThat(run.getLong("bills")).isEqualTo(billsOf(month) - before).isGreaterThanOrEqualTo(5);
        assertThat(run.getLong("bucketsDone")).isEqualTo(run.getLong("buckets")).isPositive();
        assertThat(run.getString("finishedAt")).isGreaterThan(run.getString("startedAt"));
        people.forEach(person -> assertThat(bill(person, month))
                .isEqualTo(Map.of("months", 1, "amount_fen", 91460L, "account_fen", 36584L, "pooled_fen", 54876L)));
        var buckets = run.getInt("buckets");
        var events = TestTopics.await(
                "contribution.billing-run",
                buckets,
                message -> run.getString("runId").equals(message.key()));
        assertThat(events)
                .allSatisfy(event -> assertThat(Schemas.complaints("contribution", "bills-issued", event.text()))
                        .isEmpty());
        var told = events.stream().map(event -> JsonPath.from(event.text())).toList();
        assertThat(told)
                .extracting(event -> event.getInt("bucket"))
                .containsExactly(IntStream.range(0, buckets).boxed().toArray(Integer[]::new));
        assertThat(told.stream().mapToLong(event -> event.getLong("bills")).sum())
                .isEqualTo(run.getLong("bills"));
        assertThat(told.stream()
                        .map(event -> new BigDecimal(event.getString("total")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(run.getString("total"));
    }

    @Test
    void a_run_leaves_a_line_in_the_audit() {
        var lines = "select count(*) from audit where action = 'billing.run' and actor = ? and subject_id is null";
        var operator = TestTokens.subject("operator");
        var before = TestDatabase.number(lines, operator);
        var unused = done(month);
        assertThat(TestDatabase.number(lines, operator)).isEqualTo(before + 1);
    }

    @Test
    void a_run_twice_is_once() {
        var person = Story.insured();
        plan(person, 1, month.minusMonths(1));
        assertThat(done(month).getLong("bills")).isPositive();
        assertThat(done(month).getLong("bills")).isZero();
        assertThat(monthsOf(person)).containsExactly(month);
    }

    @Test
    void the_same_request_again_is_told_the_same_run() {
        var key = UUID.randomUUID().toString();
        var first = BillingOrder.order(key, month, false)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("runId");
        var again = BillingOrder.order(key, month, false);
        again.then().header("Idempotent-Replayed", "true").body("runId", equalTo(first));
        assertThat(BillingOrder.awaited(again).getString("runId")).isEqualTo(first);
    }

    @Test
    void many_who_work_on_runs_at_once_bill_everybody_once() throws Exception {
        var people = IntStream.range(0, 40).mapToObj(i -> Story.insured()).toList();
        people.forEach(person -> plan(person, 1, month.minusMonths(1)));
        var before = billsOf(month);
        var orders = Collections.nCopies(3, Executors.callable(() -> {
            var run = done(month);
            assertThat(run.getLong("bucketsDone")).isEqualTo(run.getLong("buckets"));
        }));
        var workers = Collections.nCopies(3, Executors.callable(this::works));
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(
                    Stream.concat(orders.stream(), workers.stream()).toList())) {
                assertThat(done.get()).isNull();
            }
        }
        assertThat(billsOf(month) - before).isGreaterThanOrEqualTo(40);
        people.forEach(person -> assertThat(monthsOf(person)).containsExactly(month));
        assertThat(TestDatabase.number("select count(*) from sweep where kind = 'BILLING' and finished_at is null"))
                .isZero();
    }

    private void works() {
        for (var look = 0; look < 100; look++) {
            try {
                var unused = instance.step(Sweep.Kind.BILLING).await().atMost(Duration.ofSeconds(60));
            } catch (RuntimeException collision) {
                // two billed the same person at once: the one that lost does it again
                assertThat(collision).hasMessageContaining("23505");
            }
        }
    }

    @Test
    void a_run_whose_service_died_is_gone_on_with() {
        var person = Story.insured();
        plan(person, 1, month.minusMonths(1));
        var run = UUID.randomUUID();
        assertThat(TestDatabase.execute("""
                        insert into sweep (sweep_id, kind, from_month, to_month, dry, asked_on)
                        values (?, 'BILLING', ?, ?, false, ?)""", run, month.atDay(1), month.atDay(1), Story.today()))
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "DONE".equals(BillingOrder.seen(run.toString()).getString("status")));
        assertThat(monthsOf(person)).containsExactly(month);
    }

    @Test
    void a_dry_run_tells_what_a_run_will_bill_and_bills_nothing() {
        var person = Story.insured();
        plan(person, 1, month.minusMonths(1));
        var dry = BillingOrder.dry(month);
        assertThat(dry.getBoolean("dryRun")).isTrue();
        assertThat(dry.getLong("bills")).isPositive();
        assertThat(monthsOf(person)).isEmpty();
        var run = done(month);
        assertThat(run.getLong("bills")).isEqualTo(dry.getLong("bills"));
        assertThat(run.getString("total")).isEqualTo(dry.getString("total"));
    }

    @Test
    void billing_stops_after_the_last_payable_month() {
        var ending = Story.insuredUntil(month);
        var ended = Story.insuredUntil(month.minusMonths(1));
        plan(ending, 1, month.minusMonths(2));
        plan(ended, 1, month.minusMonths(2));
        assertThat(done(month).getLong("bills")).isPositive();
        assertThat(monthsOf(ending)).containsExactly(month);
        assertThat(monthsOf(ended)).isEmpty();
    }

    @Test
    void a_plan_whose_base_no_longer_fits_the_limits_is_left_out_and_counted() {
        var person = Story.insured();
        var unused = Story.earlierPlan(person, 1, month.minusMonths(14), 400000);
        var run = done(month);
        assertThat(run.<String>getList("refused.code")).contains("BASE_BELOW_LOWER_LIMIT");
        assertThat(monthsOf(person)).isEmpty();
        var ended = TestDatabase.execute("update plan set until_month = from_month where plan_id = ?", unused);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void a_month_that_is_not_open_is_billed_to_nobody() {
        var person = Story.insured();
        plan(person, 1, month.minusMonths(1));
        var next = month.plusMonths(1);
        var run = done(next);
        assertThat(run.getLong("bills")).isZero();
        assertThat(run.<String>getList("refused.code")).containsExactly("PERIOD_NOT_OPEN");
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

    private static long billsOf(YearMonth month) {
        return TestDatabase.number("select count(*) from bill where first_month = ?", month.atDay(1));
    }
}
