package org.lingbao.local.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lingbao.local.part.PartFailed;

/** Pays bills at terminals over HTTP, and knows what was acknowledged. */
final class Counter {
    private static final int CREATED = 201;
    private static final String RECEIPTS = "/receipts/";
    private static final int ENTRIES = 3;

    private final Ground ground;
    private final Sql sql;
    private final Dues dues;
    private final Processor processor;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private long sequence = 1;

    Counter(Ground ground, Sql sql, Dues dues) {
        this.ground = ground;
        this.sql = sql;
        this.dues = dues;
        this.processor = new Processor(ground, Ground.DATABASE_PART, ground.servicePart(), Ground.BROKER_PART);
    }

    /** What a terminal was told. */
    private record Acknowledged(String bill, String bank, String reference, String receipt) {}

    /** Nothing is paid, and nothing acknowledged. */
    void begin() {
        dues.restore();
        acknowledged.clear();
    }

    /** Processor time counts until all events are published, the clock until the last answer. */
    Run pay(List<Till> tills, List<Dues.Due> bills, int connections) {
        var told = new Acknowledged[bills.size()];
        var workers = IntStream.range(0, connections)
                .mapToObj(one -> new Customer(tills.get(one % tills.size()), bills, sequence, told))
                .toList();
        sequence += bills.size();
        try {
            var used = Used.now(processor);
            var took = Crew.work(workers, bills.size());
            sql.awaitOutbox();
            return used.since(bills.size(), took, connections + " connections");
        } finally {
            workers.forEach(Customer::close);
            Arrays.stream(told).filter(one -> one != null).forEach(acknowledged::add);
        }
    }

    /** One connection to one terminal. */
    private final class Customer implements Crew.Worker {
        private final Line line = new Line(ground.port());
        private final Till till;
        private final List<Dues.Due> bills;
        private final long first;
        private final Acknowledged[] told;

        Customer(Till till, List<Dues.Due> bills, long first, Acknowledged[] told) {
            this.till = till;
            this.bills = bills;
            this.first = first;
            this.told = told;
        }

        @Override
        public void work(int piece) throws Exception {
            var due = bills.get(piece);
            var answer = line.ask(till.payment(first + piece, due)).expect(CREATED);
            var location = answer.header("Location").orElse("");
            told[piece] = new Acknowledged(
                    due.bill().toString(),
                    till.bank(),
                    till.reference(first + piece),
                    location.substring(location.indexOf(RECEIPTS) + RECEIPTS.length()));
        }

        @Override
        public void close() {
            line.close();
        }
    }

    /** Each acknowledged posting is there once, as it was told; nothing else is; and all of it sums to zero. */
    void prove() {
        var found = sql.number(
                """
                select count(*) from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) told(bill, bank, reference, receipt)
                join receipt r on r.bank = told.bank and r.reference = told.reference
                join bill b on b.bill_id = told.bill and b.paid_by = r.receipt_id
                join entry_set s on s.receipt_id = r.receipt_id and s.kind = 'PAYMENT'
                where r.receipt_number = told.receipt and r.bill_id = told.bill and r.outcome = 'PAID'""",
                column(Acknowledged::bill),
                column(Acknowledged::bank),
                column(Acknowledged::reference),
                column(Acknowledged::receipt));
        var before = dues.paidBefore();
        expect(found, "acknowledged postings found");
        expect(sql.number("select count(*) from receipt") - before, "receipts");
        expect(sql.number("select count(*) from bill where paid_by is not null") - before, "paid bills");
        expect(sql.number("select count(*) from entry_set") - before, "entry sets");
        expect(sql.number("select count(*) from entry") - ENTRIES * before, "entries", ENTRIES);
        var sum = sql.number("select coalesce(sum(abs(fen)), 0) from"
                + " (select sum(amount_fen) as fen from entry group by entry_set_id) sets");
        if (sum != 0) {
            throw new PartFailed("Entry sets do not sum to zero; they are off by " + sum + " fen.");
        }
        ground.proveLedger();
    }

    private String[] column(Function<Acknowledged, String> of) {
        return acknowledged.stream().map(of).toArray(String[]::new);
    }

    private void expect(long found, String what) {
        expect(found, what, 1);
    }

    private void expect(long found, String what, int each) {
        if (found != (long) each * acknowledged.size()) {
            throw new PartFailed(
                    "%,d postings were acknowledged, and there are %,d %s".formatted(acknowledged.size(), found, what));
        }
    }
}
