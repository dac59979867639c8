package org.lingbao.contribution.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.payment.BookPayment.Outcome;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.rules.value.Money;

/** Random bills and reports on the real database: the statement decides and books exactly as the model. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class StatementMatchesModelTest {
    private static final int CASES = 150;

    @Inject
    BookPayment book;

    /** One case: a bill, or none, and a report. */
    private record Case(Model.@Nullable Bill bill, Money amount, int daysLate) {
        static Case random(Random random) {
            if (random.nextInt(6) == 0) {
                return new Case(null, new Money(1 + random.nextInt(1_000_000)), random.nextInt(3));
            }
            var bill = new Model.Bill(
                    1 + random.nextInt(12),
                    new Money(random.nextInt(300_000)),
                    new Money(1 + random.nextInt(400_000)),
                    random.nextBoolean() ? Money.ZERO : new Money(random.nextInt(200_000)),
                    Story.today().minusDays(random.nextInt(6) - 3),
                    random.nextInt(4) == 0);
            var amount = random.nextInt(3) == 0 ? new Money(1 + random.nextInt(1_000_000)) : bill.amount();
            return new Case(bill, amount, random.nextInt(4));
        }
    }

    @Test
    void the_statement_decides_and_books_as_the_model_does() throws Throwable {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var person = Story.insured();
        var plan = Story.earlierPlan(person, 1, Story.thisMonth().minusMonths(1), 457300);
        for (int number = 0; number < CASES; number++) {
            var trial = Case.random(random);
            var paidOn = Story.today().minusDays(trial.daysLate());
            var bill = insert(trial.bill(), plan, number);
            var expected = Model.of(trial.bill(), trial.amount(), paidOn);
            assertThat(expected.sum()).isEqualTo(Money.ZERO);

            var receipt = book(bill, trial.amount(), paidOn);

            var what = "seed %d, case %d: %s".formatted(seed, number, trial);
            assertThat(Set.copyOf(receipt.reasons())).as(what).isEqualTo(expected.reasons());
            assertThat(entriesOf(receipt)).as(what).isEqualTo(expected.entries());
        }
    }

    private Receipt book(UUID bill, Money amount, LocalDate paidOn) throws Throwable {
        var report = new Report(
                "CCB",
                "model",
                "model-" + UUID.randomUUID(),
                ByteBuffer.wrap(new byte[] {1}),
                Payer.INSURED,
                null,
                bill,
                amount,
                paidOn.atTime(LocalTime.NOON).atOffset(ZoneOffset.ofHours(8)));
        var outcome = VertxContextSupport.subscribeAndAwait(() -> book.handle(report));
        assertThat(outcome).isInstanceOf(Outcome.Booked.class);
        return ((Outcome.Booked) outcome).receipt();
    }

    private static UUID insert(Model.@Nullable Bill bill, UUID plan, int number) {
        var id = UUID.randomUUID();
        if (bill != null) {
            var unused = TestDatabase.execute(
                    """
                    insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen,
                                      account_fen, pooled_fen, medical_fen, amount_fen, payable_until, issued_on)
                    select ?, plan_id, person_id, scheme, place, date '1700-01-01' + make_interval(years => ?), ?, 1,
                           ?, ?, ?, ?, ?, ?
                    from plan where plan_id = ?""",
                    id,
                    number,
                    (short) bill.months(),
                    bill.account().fen(),
                    bill.pooled().fen(),
                    bill.medical().fen(),
                    bill.amount().fen(),
                    bill.payableUntil(),
                    Story.today(),
                    plan);
            unused = TestDatabase.execute("""
                    insert into bill_month
                    select person_id, scheme, cast(first_month + make_interval(months => later) as date), bill_id
                    from bill, generate_series(0, months - 1) later where bill_id = ?""", id);
            if (bill.paid()) {
                pay(id, bill);
            }
        }
        return id;
    }

    private static void pay(UUID bill, Model.Bill asked) {
        var unused = TestDatabase.execute("update bill set payable_until = ? where bill_id = ?", Story.today(), bill);
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, asked.amount().toYuan())
                .then()
                .statusCode(201)
                .body("outcome", equalTo("PAID"));
        unused =
                TestDatabase.execute("update bill set payable_until = ? where bill_id = ?", asked.payableUntil(), bill);
    }

    private static Map<String, Money> entriesOf(Receipt receipt) {
        var entries = new TreeMap<String, Money>();
        TestDatabase.query("""
                        select e.account_kind, e.amount_fen from entry e join entry_set s using (entry_set_id)
                        where s.receipt_id = ?""", receipt.id())
                .forEach(row -> entries.put(
                        String.valueOf(row.get("account_kind")),
                        new Money(((Number) Objects.requireNonNull(row.get("amount_fen"))).longValue())));
        return entries;
    }
}
