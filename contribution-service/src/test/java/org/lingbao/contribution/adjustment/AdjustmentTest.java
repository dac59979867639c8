package org.lingbao.contribution.adjustment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.contribution.sweep.Seen;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.contribution.sweep.Sweeps;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.value.Scheme;

/** In February 2026 the limits of 2025 held provisionally (4504); those of 2026 (4573) were published in August. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AdjustmentTest {
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

    @Inject
    Adjust adjust;

    @Inject
    Sweeps sweeps;

    @Inject
    Accounts accounts;

    @Inject
    Pool pool;

    @TempDir
    Path pack;

    @Test
    void where_nobody_knows_whether_it_is_asked_for_a_run_bills_nothing_and_says_why() {
        var person = Story.insured();
        assertThat(paidInFebruary(person)).isNotNull();
        var run = awaited(order(true));
        assertThat(run.getLong("bills")).isZero();
        assertThat(run.<Map<String, Object>>getList("refused"))
                .anySatisfy(refused -> assertThat(refused)
                        .containsEntry("place", Story.WEIFANG)
                        .containsEntry("code", "TOP_UP_UNCONFIRMED")
                        .hasEntrySatisfying(
                                "detail", words -> assertThat(words.toString()).contains("not confirmed"))
                        .hasEntrySatisfying(
                                "bills", bills -> assertThat((int) bills).isPositive()));
        assertThat(awaited(order(false)).getLong("bills")).isZero();
        assertThat(adjustmentsOf(person)).isZero();
    }

    @Test
    void nothing_is_billed_that_was_not_counted_on_the_same_day() {
        order("2019-03", false).then().statusCode(409).body("errors.code", contains("ADJUSTMENT_NOT_TRIED"));
    }

    @Test
    void where_it_is_asked_for_the_difference_is_billed_once_paid_and_shown() throws IOException {
        var person = Story.insured();
        var original = paidInFebruary(person);
        var unpaid = unpaidInFebruary(Story.insured());
        var dry = run(true);
        assertThat(dry.figure("bills")).isPositive();
        assertThat(dry.figure("unpaid")).isPositive();
        assertThat(adjustmentsOf(person)).isZero();
        assertThat(run(false).figure("fen")).isEqualTo(dry.figure("fen")).isEqualTo(dry.figure("bills") * 1380);
        assertThat(run(false).figure("bills")).isZero();
        assertThat(adjustmentsOf(person)).isEqualTo(1);
        assertThat(TestDatabase.number("select count(*) from bill where adjusts = ?", unpaid))
                .isZero();

        var bill = as(person.token())
                .get("/bills?status=OPEN&personId=" + person.id())
                .then()
                .body("bills", hasSize(1))
                .body("bills[0].kind", equalTo("ADJUSTMENT"))
                .body("bills[0].adjusts", equalTo(original.toString()))
                .body("bills[0].base", equalTo("4573.00"))
                .body("bills[0].amount", equalTo("13.80"))
                .body("bills[0].payableUntil", equalTo("2026-12-31"))
                .extract()
                .<String>path("bills[0].billId");
        pays(bill, "13.81")
                .then()
                .body("outcome", equalTo("SUSPENDED"))
                .body("reasons.code", contains("AMOUNT_DIFFERS"));
        pays(bill, "13.80").then().body("outcome", equalTo("PAID")).body("account", equalTo("5.52"));

        var statement = TransferStory.statementOf(person);
        assertThat(statement.getString("accountBalance")).isEqualTo("365.84");
        assertThat(statement.getString("pooledTotal")).isEqualTo("548.76");
        assertThat(statement.getInt("paidMonths")).isEqualTo(1);
        assertThat(statement.<Object>getList("adjustments")).hasSize(1);
        assertThat(statement.getString("adjustments[0].base")).isEqualTo("4573.00");
        assertThat(statement.getString("adjustments[0].account")).isEqualTo("5.52");
        as(person.token())
                .get("/persons/{id}/statement?scheme=EMPLOYEE&year=2026", person.id())
                .then()
                .body("adjustments", hasSize(1))
                .body("places", hasSize(1))
                .body("places[0].months", equalTo(1))
                .body("places[0].account", equalTo("365.84"))
                .body("account.paid", equalTo("365.84"));
        TransferStory.provesItself();
        var told = TestTopics.await(
                "contribution.person",
                1,
                message -> person.id().toString().equals(message.key())
                        && "contribution.months-adjusted.v1"
                                .equals(message.headers().get("ce_type")));
        assertThat(told)
                .allSatisfy(event -> assertThat(Schemas.complaints("contribution", "months-adjusted", event.text()))
                        .isEmpty());
    }

    @Test
    void what_adds_to_months_that_moved_away_is_not_paid_when_the_account_opens_again() throws IOException {
        var person = Story.insured();
        assertThat(paidInFebruary(person)).isNotNull();
        assertThat(run(true).figure("bills")).isPositive();
        assertThat(run(false).figure("bills")).isPositive();
        var adjustment = openBills(person).getString("bills[0].billId");
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        transfer.asksToSettle();
        assertThat(transfer.names(2)).last().isEqualTo("funds-released");
        reopened(person);

        assertThat(openBills(person).<Object>getList("bills")).isEmpty();
        pays(adjustment, "13.80")
                .then()
                .body("outcome", equalTo("SUSPENDED"))
                .body("reasons.code", contains("MONTH_MOVED_AWAY"));
        assertThat(TransferStory.accountOf(person)).isZero();
        TransferStory.provesItself();
    }

    /** As when a relation of the same person begins anew after the transfer. */
    private void reopened(Person person) {
        pool.withTransaction(transaction -> accounts.open(transaction, person.id(), Scheme.EMPLOYEE))
                .await()
                .atMost(Duration.ofSeconds(60));
        assertThat(TestDatabase.number(
                        "select count(*) from account_balance where account_owner = ? and sealed_by is null",
                        person.id() + "/EMPLOYEE"))
                .isEqualTo(1);
    }

    private static JsonPath openBills(Person person) {
        return as(person.token())
                .get("/bills?status=OPEN&personId=" + person.id())
                .jsonPath();
    }

    /** A run under a law by which the country asks for it. */
    private Seen run(boolean dry) throws IOException {
        var path = "national/employee/late-limits-top-up.yaml";
        Files.createDirectories(pack.resolve(path).getParent());
        try (var file = RuleFiles.class.getResourceAsStream("/rules/" + path)) {
            Files.writeString(
                    pack.resolve(path),
                    new String(file.readAllBytes(), UTF_8)
                            .replace("\"UNCONFIRMED\"", "\"true\", payableMonthsAfter: \"3\""));
        }
        var law = Law.of(RuleFiles.standard().overlaidBy(pack));
        var sweep = Sweep.of(Sweep.Kind.ADJUSTMENT, FEBRUARY, FEBRUARY, dry, Story.today());
        pool.withTransaction(transaction -> transaction
                        .query(
                                "insert into sweep (sweep_id, kind, from_month, to_month, dry, asked_on, prepared_at) values ('"
                                        + sweep.id() + "', 'ADJUSTMENT', '2026-02-01', '2026-02-01', " + dry + ", '"
                                        + Story.today() + "', now())")
                        .execute()
                        .chain(() -> adjust.prepare(transaction, sweep, law))
                        .chain(() -> transaction
                                .query("insert into sweep_bucket (sweep_id, bucket, from_person) values ('" + sweep.id()
                                        + "', 0, '00000000-0000-0000-0000-000000000000')")
                                .execute()))
                .await()
                .atMost(Duration.ofSeconds(60));
        sweeps.wake();
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> sweeps.get(Sweep.Kind.ADJUSTMENT, sweep.id().toString())
                                .await()
                                .atMost(Duration.ofSeconds(60)),
                        seen -> seen.status() == Seen.Status.DONE);
    }

    private static UUID paidInFebruary(Person person) {
        var bill = unpaidInFebruary(person);
        pays(bill.toString(), "900.80").then().statusCode(201).body("outcome", equalTo("PAID"));
        return bill;
    }

    /** On the lowest base of the year before, which held provisionally; payable still, so that the test can pay it. */
    private static UUID unpaidInFebruary(Person person) {
        var plan = Story.earlierPlan(person, 1, FEBRUARY, 450400);
        var unused = TestDatabase.execute("update plan set until_month = from_month where plan_id = ?", plan);
        var bill = UUID.randomUUID();
        unused = TestDatabase.execute("""
                insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen,
                                  pooled_fen, medical_fen, amount_fen, payable_until, issued_on)
                select ?, plan_id, person_id, scheme, place, from_month, 1, base_fen, 36032, 54048, 0, 90080, ?, ?
                from plan where plan_id = ?""", bill, Story.thisMonth().atEndOfMonth(), LocalDate.of(2026, 2, 5), plan);
        unused = TestDatabase.execute(
                "insert into bill_month select person_id, scheme, first_month, bill_id from bill where bill_id = ?",
                bill);
        return bill;
    }

    private static long adjustmentsOf(Person person) {
        return TestDatabase.number(
                "select count(*) from bill where person_id = ? and kind = 'ADJUSTMENT'", person.id());
    }

    private static Response order(boolean dry) {
        return order("2026-02", dry);
    }

    private static Response order(String month, boolean dry) {
        return as(TestTokens.of("operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .body("{\"from\": \"%1$s\", \"to\": \"%1$s\", \"dryRun\": %2$s}".formatted(month, dry))
                .post("/adjustment-runs");
    }

    private static JsonPath awaited(Response ordered) {
        assertThat(ordered.statusCode()).isEqualTo(202);
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> as(TestTokens.of("operator"))
                                .header("Accept-Language", "en")
                                .get(ordered.header("Location"))
                                .jsonPath(),
                        run -> "DONE".equals(run.getString("status")));
    }

    private static Response pays(String bill, String amount) {
        return Story.pays(Story.TERMINAL, Story.newSequence(), UUID.fromString(bill), amount);
    }
}
