package org.lingbao.contribution.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lingbao.contribution.story.Billed.monthsOf;
import static org.lingbao.contribution.story.Billed.plan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.BillingOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

/** A billing run is cut off while it writes a bucket, as by a killed service or database, and goes on where it was. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CutOffTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String BILL = """
            insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen, pooled_fen,
                              medical_fen, amount_fen, payable_until, issued_on)
            select uuidv7(), plan_id, person_id, scheme, place, date '%s', 1, base_fen, 1, 1, 0, 2, date '%s', chosen_on
            from plan where person_id = '%s'""";

    /** Whoever waits here for somebody's uncommitted row; other databases of the same server are others' business. */
    private static final String WAITING = """
            from pg_locks held join pg_stat_activity who using (pid)
            where held.locktype = 'transactionid' and not held.granted and who.datname = current_database()""";

    private final YearMonth month = Story.thisMonth();

    @Test
    void what_was_done_stays_what_was_half_done_is_done_once_and_all_are_told_once() throws SQLException {
        var people = IntStream.range(0, 40)
                .mapToObj(i -> Story.insured())
                .sorted(Comparator.comparing(person -> person.id().toString()))
                .toList();
        people.forEach(person -> plan(person, 1, month.minusMonths(1)));
        String run;
        List<UUID> before;
        try (var gate = TestDatabase.connect()) {
            standsInTheWay(gate, people.getLast());
            run = BillingOrder.order(UUID.randomUUID().toString(), month, false)
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("runId");
            await().atMost(SOON).until(() -> TestDatabase.number("select count(*) " + WAITING) == 1);
            before = bills(people);
            assertThat(before).isNotEmpty().hasSizeLessThan(people.size());
            assertThat(TestDatabase.number("select count(pg_terminate_backend(pid)) " + WAITING))
                    .isEqualTo(1);
            gate.rollback();
        }
        await().atMost(SOON).until(() -> "DONE".equals(BillingOrder.seen(run).getString("status")));

        assertThat(bills(people)).hasSameSizeAs(people).containsAll(before);
        people.forEach(person -> assertThat(monthsOf(person)).containsExactly(month));
        var seen = BillingOrder.seen(run);
        assertThat(seen.getLong("bucketsDone"))
                .isEqualTo(seen.getLong("buckets"))
                .isGreaterThan(1);
        assertThat(TestTopics.await("contribution.billing-run", seen.getInt("buckets"), told -> run.equals(told.key())))
                .hasSize(seen.getInt("buckets"));
        assertThat(BillingOrder.done(month).getLong("bills")).isZero();
    }

    /** A bill that is written and not committed: the run waits for it in the middle of its bucket. */
    private void standsInTheWay(Connection gate, Person person) throws SQLException {
        gate.setAutoCommit(false);
        try (var statement = gate.createStatement()) {
            assertThat(statement.executeUpdate(BILL.formatted(month.atDay(1), month.atEndOfMonth(), person.id())))
                    .isEqualTo(1);
        }
    }

    private List<UUID> bills(List<Person> people) {
        return people.stream()
                .flatMap(person -> TestDatabase.query(
                        "select bill_id from bill where person_id = ? and first_month = ?", person.id(), month.atDay(1))
                        .stream())
                .map(row -> (UUID) row.get("bill_id"))
                .toList();
    }
}
