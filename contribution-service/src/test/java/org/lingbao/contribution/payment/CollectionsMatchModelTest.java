package org.lingbao.contribution.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.payment.BookCollections.Booked;
import org.lingbao.contribution.payment.BookCollections.Voucher;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.rules.value.Money;

/** Random batches on the real database: one statement decides and books as the model does one voucher after the other. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CollectionsMatchModelTest {
    private static final int BATCHES = 40;
    private static final String BUREAU = "TAX-210000";

    @Inject
    BookCollections book;

    @Inject
    Pool pool;

    /** What the model knows of a bill. */
    private record Known(Model.Bill bill, boolean forTax) {}

    private final Map<UUID, Known> bills = new HashMap<>();
    private final Set<UUID> paid = new HashSet<>();
    private final List<Voucher> sent = new ArrayList<>();
    private final Map<String, Model> first = new HashMap<>();

    @Test
    void a_batch_is_decided_and_booked_as_its_vouchers_one_by_one() throws Throwable {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var person = Story.registered();
        Story.relation(person, "210200", null);
        var plan = Story.earlierPlan(person, 1, Story.thisMonth().minusMonths(1), 453300);
        var unused = TestDatabase.execute("update plan set until_month = from_month where plan_id = ?", plan);
        for (int number = 0; number < BATCHES; number++) {
            for (int more = random.nextInt(3); more >= 0; more--) {
                bill(plan, random);
            }
            var batch = batch(random);
            var expected = new HashMap<String, Model>();
            batch.forEach(voucher -> expected.put(voucher.number(), expected(voucher)));

            var booked = book(batch);

            for (var voucher : batch) {
                var what = "seed %d, batch %d of %d, %s".formatted(seed, number, batch.size(), voucher);
                var found = Objects.requireNonNull(booked.get(voucher.number()), what);
                var model = Objects.requireNonNull(expected.get(voucher.number()));
                assertThat(found.reasons().stream().map(SuspenseReason::valueOf))
                        .as(what)
                        .containsExactlyElementsOf(model.reasons());
                assertThat(entriesOf(found.receiptNumber())).as(what).isEqualTo(model.entries());
            }
        }
    }

    /** A voucher that comes again is what it was; a new one is decided by what the ones before it left. */
    private Model expected(Voucher voucher) {
        return first.computeIfAbsent(voucher.number(), number -> {
            var known = bills.get(voucher.bill());
            var model = model(known, voucher);
            if (model.reasons().isEmpty()) {
                paid.add(voucher.bill());
            }
            return model;
        });
    }

    private Model model(@Nullable Known known, Voucher voucher) {
        var bill = known == null
                ? null
                : new Model.Bill(
                        known.bill().months(),
                        known.bill().account(),
                        known.bill().pooled(),
                        known.bill().medical(),
                        known.bill().payableUntil(),
                        paid.contains(voucher.bill()));
        var paidOn = voucher.collectedAt().toLocalDate();
        var reasons = EnumSet.noneOf(SuspenseReason.class);
        reasons.addAll(Model.of(bill, voucher.amount(), paidOn).reasons());
        if (known != null && !known.forTax()) {
            reasons.add(SuspenseReason.WRONG_CHANNEL);
        }
        var entries = new TreeMap<>(
                reasons.isEmpty()
                        ? Model.of(bill, voucher.amount(), paidOn).entries()
                        : Map.of("BANK_CLEARING", voucher.amount().negate(), "SUSPENSE", voucher.amount()));
        entries.put("TAX_BUREAU", Objects.requireNonNull(entries.remove("BANK_CLEARING")));
        return new Model(reasons, entries);
    }

    private List<Voucher> batch(Random random) {
        var batch = new ArrayList<Voucher>();
        var ids = List.copyOf(bills.keySet());
        for (int count = 1 + random.nextInt(12); count > 0; count--) {
            var again = random.nextInt(5) == 0 && !sent.isEmpty();
            var voucher = again ? sent.get(random.nextInt(sent.size())) : voucher(ids, random);
            if (batch.stream().noneMatch(other -> other.number().equals(voucher.number()))) {
                batch.add(voucher);
            }
        }
        sent.addAll(batch);
        return batch;
    }

    private Voucher voucher(List<UUID> ids, Random random) {
        // mostly of the latest bills, so that several vouchers of a batch meet at one
        var bill = random.nextInt(8) == 0 ? UUID.randomUUID() : ids.get(random.nextInt(ids.size()));
        var known = bills.get(bill);
        var right = known == null ? new Money(100) : known.bill().amount();
        return new Voucher(
                "V" + UUID.randomUUID(),
                ByteBuffer.wrap(new byte[] {1}),
                bill,
                random.nextInt(4) == 0 ? new Money(1 + random.nextInt(1_000_000)) : right,
                Story.today()
                        .minusDays(random.nextInt(4))
                        .atTime(LocalTime.NOON)
                        .atOffset(ZoneOffset.ofHours(8)));
    }

    private void bill(UUID plan, Random random) {
        var bill = new Model.Bill(
                1 + random.nextInt(12),
                new Money(random.nextInt(300_000)),
                new Money(1 + random.nextInt(400_000)),
                random.nextBoolean() ? Money.ZERO : new Money(random.nextInt(200_000)),
                Story.today().minusDays(random.nextInt(6) - 3),
                false);
        var known = new Known(bill, random.nextInt(5) != 0);
        var id = UUID.randomUUID();
        var unused = TestDatabase.execute(
                """
                insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen,
                                  account_fen, pooled_fen, medical_fen, amount_fen, payable_until, issued_on, channels)
                select ?, plan_id, person_id, scheme, place, date '1700-01-01' + make_interval(years => ?), ?, 1,
                       ?, ?, ?, ?, ?, ?, string_to_array(?, ' ')
                from plan where plan_id = ?""",
                id,
                bills.size(),
                (short) bill.months(),
                bill.account().fen(),
                bill.pooled().fen(),
                bill.medical().fen(),
                bill.amount().fen(),
                bill.payableUntil(),
                Story.today(),
                known.forTax() ? "TAX_BUREAU BANK_WITHHOLDING" : "BANK_TERMINAL",
                plan);
        unused = TestDatabase.execute("""
                insert into bill_month
                select person_id, scheme, cast(first_month + make_interval(months => later) as date), bill_id
                from bill, generate_series(0, months - 1) later where bill_id = ?""", id);
        bills.put(id, known);
    }

    private Map<String, Booked> book(List<Voucher> batch) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() ->
                pool.withTransaction(transaction -> book.handle(transaction, BUREAU, "21", batch, Story.today())));
    }

    private static Map<String, Money> entriesOf(String receiptNumber) {
        var entries = new TreeMap<String, Money>();
        TestDatabase.query("""
                        select e.account_kind, e.amount_fen
                        from entry e join entry_set s using (entry_set_id) join receipt r using (receipt_id)
                        where r.receipt_number = ?""", receiptNumber)
                .forEach(row -> entries.put(
                        String.valueOf(row.get("account_kind")),
                        new Money(((Number) Objects.requireNonNull(row.get("amount_fen"))).longValue())));
        return entries;
    }
}
