package org.lingbao.contribution.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.TransferStory.accountOf;
import static org.lingbao.contribution.story.TransferStory.formOf;
import static org.lingbao.contribution.story.TransferStory.provesItself;
import static org.lingbao.contribution.story.TransferStory.statementOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.rules.value.Money;

/** Payments and transfers of the same person at the same time: no fen and no month is lost between them, nor doubled. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SealRaceTest {
    private static final int ROUNDS = 4;
    private static final int MONTHS = 8;
    private static final long A_MONTH = 36584;

    @Test
    void a_form_states_exactly_what_was_paid_before_the_seal() throws Exception {
        var early = 0;
        var late = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var person = Story.insured();
            var bills = billsOf(person);
            var transfer = TransferStory.begun();
            assertThat(pay(bills.getFirst())).isEqualTo("PAID");
            var outcomes = atOnce(
                    bills.subList(1, MONTHS).stream()
                            .<Callable<String>>map(bill -> () -> pay(bill))
                            .toList(),
                    () -> transfer.asksToSeal(person));
            var paid = 1 + outcomes.stream().filter("PAID"::equals).count();
            early += (int) paid - 1;
            late += MONTHS - (int) paid;

            var form = transfer.answer(1, "account-sealed").get("form");
            assertThat(form.get("contributionMonths").asLong()).isEqualTo(paid);
            assertThat(form.get("account").asText()).isEqualTo(new Money(paid * A_MONTH).toYuan());
            assertThat(accountOf(person)).isEqualTo(paid * A_MONTH);

            transfer.asksToRelease(form.toString());
            assertThat(transfer.names(2)).last().isEqualTo("funds-released");
            assertThat(accountOf(person)).isZero();
            assertThat(statementOf(person).getInt("paidMonths")).isZero();
            assertThat(statementOf(person).getList("months")).hasSize((int) paid);
        }
        assertThat(early + late).isEqualTo(ROUNDS * (MONTHS - 1));
        provesItself();
    }

    @Test
    void a_month_is_credited_or_paid_and_never_both() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var person = Story.insured();
            var bills = billsOf(person);
            var last = Story.thisMonth();
            var transfer = TransferStory.begun();
            var reference = TransferStory.newReference();
            transfer.expects(reference, "914.60");
            var arrived = TransferStory.arrives(TransferStory.newSerial(), reference, "914.60");
            assertThat(arrived.statusCode()).isEqualTo(201);
            var form = formOf(last.toString(), last.toString(), 1, "365.84", "548.76", "914.60");
            var outcomes = atOnce(List.of(() -> pay(bills.getLast())), () -> transfer.asksToCredit(person, form));

            var answer = transfer.names(2).getLast();
            assertThat(answer).isEqualTo(outcomes.getFirst().equals("PAID") ? "credit-refused" : "rights-credited");
            assertThat(accountOf(person)).isEqualTo(A_MONTH);
            assertThat(statementOf(person).getInt("paidMonths")).isEqualTo(1);
        }
        provesItself();
    }

    @Test
    void money_and_its_notice_at_the_same_time_find_each_other() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var transfer = TransferStory.begun();
            var reference = TransferStory.newReference();
            var credits = IntStream.range(0, 4)
                    .<Callable<String>>mapToObj(
                            number -> () -> TransferStory.arrives(TransferStory.newSerial(), reference, "10.00")
                                    .then()
                                    .statusCode(201)
                                    .extract()
                                    .path("outcome"))
                    .toList();
            var outcomes = atOnce(credits, () -> transfer.expects(reference, "40.00"));
            assertThat(outcomes)
                    .allMatch(outcome -> List.of("EXPECTED", "SUSPENDED").contains(outcome));
            var told = (int) outcomes.stream().filter("EXPECTED"::equals).count();
            var first = told < 4 ? 1 : 0;
            assertThat(transfer.answers(told + first)
                            .getLast()
                            .body()
                            .get("received")
                            .asText())
                    .isEqualTo("40.00");
        }
        provesItself();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCOUNT_SEALED | sealed_by = '%s' | sealed_by = null",
                "MONTH_CREDITED | credited = '{[2026-09-01,2026-10-01)}' | credited = '{}'"
            })
    void a_payment_that_waited_for_the_account_sees_what_was_decided_meanwhile(
            String reason, String decision, String back) throws Exception {
        var other = TransferStory.begun();
        other.asksToSeal(OldPlaceTest.paid());
        var person = Story.insured();
        var bill = Story.billOf(person);
        var change = "update account_balance set %s where account_owner = '" + person.id() + "/EMPLOYEE'";
        try (var connection = TestDatabase.connect();
                var threads = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(change.formatted(decision.formatted(other.id()))))
                        .isEqualTo(1);
            }
            var payment = threads.submit(() -> Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath());
            Awaitility.await().until(() -> waiting() > 0);
            connection.commit();
            assertThat(payment.get().getString("outcome")).isEqualTo("SUSPENDED");
            assertThat(payment.get().getList("reasons.code")).isEqualTo(List.of(reason));
        }
        assertThat(TestDatabase.execute(change.formatted(back))).isEqualTo(1);
        assertThat(accountOf(person)).isZero();
        provesItself();
    }

    private static long waiting() {
        return TestDatabase.number(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' "
                        + "and query like 'with reported as%'");
    }

    /** All start together; the instruction among them. */
    private static List<String> atOnce(List<Callable<String>> payments, Runnable instruction) throws Exception {
        var barrier = new CyclicBarrier(payments.size() + 1);
        try (var threads = Executors.newFixedThreadPool(payments.size() + 1)) {
            var running = new ArrayList<Future<String>>();
            for (var payment : payments) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    return payment.call();
                }));
            }
            var asked = threads.submit(() -> {
                barrier.await();
                instruction.run();
                return "asked";
            });
            assertThat(asked.get()).isEqualTo("asked");
            var outcomes = new ArrayList<String>();
            for (var payment : running) {
                outcomes.add(payment.get());
            }
            return outcomes;
        }
    }

    private static String pay(UUID bill) {
        return Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .statusCode(201)
                .extract()
                .path("outcome");
    }

    /** One bill for each of the months up to this one, all payable. */
    private static List<UUID> billsOf(Person person) {
        var plan = Story.earlierPlan(person, 1, Story.thisMonth().minusMonths(MONTHS - 1), 457300);
        for (var ago = MONTHS - 1; ago >= 0; ago--) {
            Story.lastBill(plan, Story.thisMonth().minusMonths(ago));
        }
        var payable = TestDatabase.execute(
                "update bill set payable_until = ? where person_id = ?", Story.today(), person.id());
        assertThat(payable).isEqualTo(MONTHS);
        return TestDatabase.query("select bill_id from bill where person_id = ? order by first_month", person.id())
                .stream()
                .map(row -> UUID.fromString(String.valueOf(row.get("bill_id"))))
                .toList();
    }
}
