package org.lingbao.contribution.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.lingbao.contribution.story.Story.as;
import static org.lingbao.contribution.story.TransferStory.accountOf;
import static org.lingbao.contribution.story.TransferStory.provesItself;
import static org.lingbao.contribution.story.TransferStory.statementOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.InterestOrder;
import org.lingbao.contribution.story.PaidEarlier;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.contribution.sweep.OneMore;
import org.lingbao.contribution.sweep.Sweep;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A year's interest is credited once, by difference when it becomes another amount, and never guessed. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class InterestTest {
    @Inject
    OneMore instance;

    @Test
    void a_year_is_credited_once_and_shown() {
        var person = paid("2025-01", "2025-07");
        var run = InterestOrder.done(2025);

        // 365.84 for twelve months and for six, at 1.5 %: 6585.12 * 0.015 / 12
        assertThat(interestOf(person)).containsExactly("2025/1 823 823");
        assertThat(accountOf(person)).isEqualTo(2 * 36584 + 823);
        assertThat(run.getString("rate")).isEqualTo("0.015");
        assertThat(run.getString("rateStatus")).isEqualTo("OFFICIAL");
        assertThat(run.getLong("changed")).isPositive();
        assertThat(statementOf(person).getMap("interest[0]"))
                .isEqualTo(Map.of("year", 2025, "amount", "8.23", "rate", "0.015", "provisional", false));
        provesItself();

        var again = InterestOrder.done(2025);
        assertThat(again.getLong("changed")).isZero();
        assertThat(again.getString("difference")).isEqualTo("0.00");
        assertThat(again.getString("interest")).isEqualTo(run.getString("interest"));
        assertThat(interestOf(person)).hasSize(1);
    }

    @Test
    void a_dry_run_tells_the_same_and_credits_nothing() {
        var person = paid("2025-03");
        var dry = InterestOrder.dry(2025);
        assertThat(interestOf(person)).isEmpty();

        var real = InterestOrder.done(2025);
        for (var figure : List.of("accounts", "changed", "interest", "difference", "workList")) {
            assertThat(real.<Object>get(figure)).as(figure).isEqualTo(dry.get(figure));
        }
        assertThat(interestOf(person)).hasSize(1);
    }

    @Test
    void the_official_rate_is_credited_as_the_difference_to_the_provisional_one() {
        var person = paid("2025-01");
        var provisional = UUID.randomUUID();
        var unused = TestDatabase.execute("""
                insert into sweep (sweep_id, kind, from_month, to_month, dry, asked_on, terms)
                values (?, 'INTEREST', date '2025-01-01', date '2025-12-01', false, date '2026-01-05',
                        '{"rate": "0.0262", "provisional": true}')""", provisional);
        assertThat(InterestOrder.awaited(provisional.toString()).getString("rateStatus"))
                .isEqualTo("PROVISIONAL");
        assertThat(statementOf(person).getMap("interest[0]"))
                .isEqualTo(Map.of("year", 2025, "amount", "9.59", "rate", "0.0262", "provisional", true));

        var official = InterestOrder.done(2025);

        assertThat(official.getString("difference")).startsWith("-");
        assertThat(interestOf(person)).containsExactly("2025/1 959 959", "2025/2 549 -410");
        assertThat(accountOf(person)).isEqualTo(36584 + 549);
        assertThat(TestDatabase.query("""
                select c.entry_set_id is not null as linked, s.day from interest i join entry_set s using (interest_id)
                left join entry_set c on c.entry_set_id = s.corrects and c.kind = 'INTEREST'
                where i.person_id = ? order by i.revision""", person.id()))
                .extracting(row -> row.get("linked"))
                .containsExactly(false, true);
        assertThat(statementOf(person).getString("interest[0].amount")).isEqualTo("5.49");
        provesItself();
    }

    @Test
    void a_year_begins_with_what_the_one_before_ended_with() {
        var person = paid("2024-10", "2024-11", "2025-02");
        ended(InterestOrder.done(2025));
        assertThat(doubtsOf(person, 2025)).containsExactly("YEAR_BEFORE_OPEN");
        assertThat(interestOf(person)).isEmpty();

        ended(InterestOrder.done(2024));
        ended(InterestOrder.done(2025));

        // 365.84 * (3 + 2) * 0.0262 / 12 = 3.99; (731.68 + 3.99) * 0.015 = 11.04 and 365.84 * 11 * 0.015 / 12 = 5.03
        assertThat(interestOf(person)).containsExactly("2024/1 399 399", "2025/1 1607 1607");
        provesItself();
    }

    @Test
    void where_the_month_matters_and_nobody_says_it_the_account_is_left_out() {
        var person = Story.insured();
        var plan = PaidEarlier.plan(person);
        PaidEarlier.month(plan, YearMonth.of(2025, 3), LocalDate.of(2025, 9, 1), 36584);
        ended(InterestOrder.done(2025));
        assertThat(doubtsOf(person, 2025)).containsExactly("INTEREST_MONTH_UNCERTAIN");
        assertThat(interestOf(person)).isEmpty();

        assertThat(InterestOrder.done(2025, "FEE_MONTH").getString("creditsBearInterestFrom"))
                .isEqualTo("FEE_MONTH");
        assertThat(interestOf(person)).containsExactly("2025/1 457 457");
        ended(InterestOrder.done(2025, "CREDIT_MONTH"));
        assertThat(interestOf(person)).containsExactly("2025/1 457 457", "2025/2 183 -274");
        provesItself();
    }

    @Test
    void an_account_that_a_transfer_has_sealed_or_moved_is_left_out() {
        var person = paid("2025-05");
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        var form = transfer.answer(1, "account-sealed").get("form").toString();
        ended(InterestOrder.done(2025));
        assertThat(doubtsOf(person, 2025)).containsExactly("ACCOUNT_SEALED");

        transfer.asksToRelease(form);
        assertThat(transfer.names(2)).last().isEqualTo("funds-released");
        ended(InterestOrder.done(2025));
        assertThat(doubtsOf(person, 2025)).containsExactlyInAnyOrder("ACCOUNT_SEALED", "MOVED_AWAY");
        transfer.asksToSettle();
        ended(InterestOrder.done(2025));
        assertThat(doubtsOf(person, 2025)).containsExactly("MOVED_AWAY");
        assertThat(interestOf(person)).isEmpty();
        provesItself();
    }

    @Test
    void interest_moves_with_the_account_and_is_not_credited_again() {
        var person = paid("2025-05");
        ended(InterestOrder.done(2025));
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        transfer.asksToSettle();

        var again = InterestOrder.done(2025);

        assertThat(accountOf(person)).isZero();
        assertThat(interestOf(person)).hasSize(1);
        assertThat(doubtsOf(person, 2025)).isEmpty();
        assertThat(again.getString("status")).isEqualTo("DONE");
        provesItself();
    }

    @Test
    void what_came_in_the_year_without_its_months_is_left_out() {
        var person = Story.insured();
        var reference = TransferStory.newReference();
        var transfer = TransferStory.begun();
        transfer.expects(reference, "2743.80");
        TransferStory.arrives(TransferStory.newSerial(), reference, "2743.80")
                .then()
                .statusCode(201);
        transfer.asksToCredit(person, TransferStory.formOf("2026-06", "2026-08", 3, "1097.52", "1646.28", "2743.80"));
        assertThat(transfer.names(2)).last().isEqualTo("rights-credited");
        var moved = "update transfer_case set moved_on = cast(? as date), begun_on = cast(? as date) where case_id = ?";
        var unused = TestDatabase.execute(moved, "2025-01-10", "2024-12-20", transfer.id());
        try {
            ended(InterestOrder.dry(2025));
            assertThat(doubtsOf(person, 2025))
                    .containsExactlyInAnyOrder("TRANSFER_MONTHS_UNKNOWN", "TRANSFER_OVER_YEAR_END");
        } finally {
            unused = TestDatabase.execute(
                    moved, Story.today().toString(), Story.today().toString(), transfer.id());
        }
        provesItself();
    }

    @Test
    void an_account_with_another_balance_than_its_history_is_left_out() {
        var person = paid("2025-05");
        var change = "update account_balance set balance_fen = balance_fen + ? where account_owner = ?";
        var unused = TestDatabase.execute(change, 1, person.id() + "/EMPLOYEE");
        ended(InterestOrder.done(2025));
        assertThat(doubtsOf(person, 2025)).containsExactly("BALANCE_UNEXPLAINED");
        unused = TestDatabase.execute(change, -1, person.id() + "/EMPLOYEE");
        assertThat(interestOf(person)).isEmpty();
    }

    @Test
    void several_at_once_share_a_run_and_a_second_order_is_the_first_one() throws Throwable {
        var persons = Stream.generate(() -> paid("2025-04")).limit(3).toList();
        var ordered = InterestOrder.order(2025, "");
        var again = InterestOrder.order(2025, "");
        var _ = VertxContextSupport.subscribeAndAwait(() -> Uni.join()
                .all(Stream.generate(() -> instance.step(Sweep.Kind.INTEREST))
                        .limit(4)
                        .toList())
                .andCollectFailures());
        var first = InterestOrder.awaited(ordered);
        if (again.<String>path("runId").equals(ordered.path("runId"))) {
            assertThat(first.getLong("changed")).isGreaterThanOrEqualTo(3);
        }
        ended(InterestOrder.awaited(again));

        assertThat(persons).allSatisfy(person -> assertThat(interestOf(person)).containsExactly("2025/1 412 412"));
        provesItself();
    }

    @Test
    void a_year_that_is_not_over_or_has_no_rate_is_refused() {
        InterestOrder.order(2026, "").then().statusCode(422).body("errors.code", contains("INTEREST_YEAR_NOT_OVER"));
        InterestOrder.order(2015, "").then().statusCode(422).body("errors.code", contains("INTEREST_RATE_NOT_LOADED"));
        InterestOrder.order(1800, "").then().statusCode(400);
    }

    @Test
    void what_residents_accounts_earn_is_not_guessed() {
        InterestOrder.order(2026, ", \"scheme\": \"RESIDENT\"")
                .then()
                .statusCode(422)
                .body("errors.code", contains("INTEREST_YEAR_NOT_OVER", "RESIDENT_INTEREST_NOT_LOADED"))
                .body("errors[1].detail", containsString("（resident/crediting-rate）"));
        InterestOrder.order(2024, ", \"scheme\": \"INJURY\"").then().statusCode(400);
    }

    private static void ended(JsonPath run) {
        assertThat(run.getString("status")).isEqualTo("DONE");
        assertThat(run.getLong("bucketsDone")).isEqualTo(run.getLong("buckets")).isPositive();
    }

    private static Person paid(String... months) {
        var person = Story.insured();
        var plan = PaidEarlier.plan(person);
        for (var month : months) {
            PaidEarlier.month(plan, month, 36584);
        }
        return person;
    }

    /** Each as year/revision, interest, and what was booked of it. */
    private static List<String> interestOf(Person person) {
        return TestDatabase.query("""
                select year || '/' || revision || ' ' || interest_fen || ' ' || difference_fen as told
                from interest where person_id = ? order by year, revision""", person.id()).stream()
                .map(row -> String.valueOf(row.get("told")))
                .toList();
    }

    /** What the last run of the year says of a person. */
    private static List<String> doubtsOf(Person person, int year) {
        var run = TestDatabase.query(
                        "select sweep_id from sweep where from_month = make_date(?, 1, 1) and kind = 'INTEREST' order by started_at desc limit 1",
                        year)
                .getFirst()
                .get("sweep_id");
        var page = as(TestTokens.of("operator"))
                .get("/interest-runs/{run}/work-list?limit=200", run)
                .jsonPath();
        return find(page, person)
                .or(() -> find(
                        as(TestTokens.of("operator"))
                                .get("/interest-runs/{run}/work-list?after={after}", run, before(person.id()))
                                .jsonPath(),
                        person))
                .orElse(List.of());
    }

    private static Optional<List<String>> find(JsonPath page, Person person) {
        return Optional.ofNullable(page.getList("accounts.find { it.personId == '" + person.id() + "' }.doubts"));
    }

    /** The id just before. */
    private static UUID before(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }
}
