package org.lingbao.local.faults;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.lingbao.local.demo.Api;
import org.lingbao.local.faults.Journal.Entry;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;

/**
 * Looks at databases, topics and interfaces when a trial is over.
 *
 * @param parkedBefore by service and cell
 */
record Evidence(Ground ground, Tables tables, Records records, Map<String, Long> parkedBefore) {
    private static final Duration TO_DRAIN = Duration.ofSeconds(60);
    private static final long BETWEEN_MILLIS = 200;
    private static final int LOOKED_UP = 100;

    /** Remembers what is there before anything is done. */
    static Evidence begin(Ground ground) {
        var tables = Tables.of(ground);
        var evidence = new Evidence(ground, tables, Records.from(ground), new HashMap<>());
        evidence.parkedBefore.putAll(evidence.parked());
        return evidence;
    }

    /** What is there now; events may need a while. */
    Found found(List<Entry> journal) {
        var paid = journal.stream()
                .filter(entry -> entry.kind() == Kind.PAYMENT && entry.answer().contains(" PAID "))
                .map(entry -> entry.about(1))
                .collect(toSet());
        await(() -> unpublished().isEmpty() && heard().containsAll(paid));
        return new Found(
                receipts(tables, journal),
                rows(),
                heard(),
                records.read(),
                hidden(journal),
                ledgers(),
                unpublished(),
                newlyParked());
    }

    private static void await(BooleanSupplier done) {
        var deadline = System.nanoTime() + TO_DRAIN.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            Pause.millis(BETWEEN_MILLIS);
        }
    }

    /** Those of the load's terminals, from the first sequence of each on. */
    static Map<String, List<Found.Receipt>> receipts(Tables tables, List<Entry> journal) {
        var first = new HashMap<String, Long>();
        for (var entry : journal) {
            if (entry.kind() == Kind.PAYMENT || entry.kind() == Kind.BAD_PAYMENT) {
                var earliest = first.merge(terminal(entry.key()), sequence(entry.key()), Math::min);
                assert earliest > 0;
            }
        }
        return tables.receipts(first.keySet()).entrySet().stream()
                .filter(receipt -> inLoad(receipt.getKey(), first))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean inLoad(String reference, Map<String, Long> first) {
        var since = sequence(reference) - first.getOrDefault(terminal(reference), Long.MAX_VALUE);
        return since >= 0 && since < Terminal.MOST;
    }

    private static String terminal(String reference) {
        return reference.substring(0, reference.lastIndexOf('-'));
    }

    private static long sequence(String reference) {
        return Long.parseLong(reference.substring(reference.lastIndexOf('-') + 1));
    }

    private Map<Kind, Map<String, Integer>> rows() {
        var rows = new EnumMap<Kind, Map<String, Integer>>(Kind.class);
        rows.put(Kind.REGISTRATION, tables.count(Service.ENROLLMENT, "person", "id"));
        rows.put(Kind.ENROLLMENT, tables.count(Service.ENROLLMENT, "relation", "person_id"));
        rows.put(Kind.CONSENT_GRANTED, tables.count(Service.ENROLLMENT, "consent", "person_id"));
        rows.put(Kind.PLAN, tables.count(Service.CONTRIBUTION, "bill", "person_id"));
        rows.put(Kind.GIG, tables.count(Service.JOB_MATCHING, "gig", "description"));
        return rows;
    }

    private Set<String> heard() {
        return tables.count(Service.ENROLLMENT, "paid_month", "person_id").keySet();
    }

    /** Some of what was acknowledged, asked for over the public interface. */
    private List<String> hidden(List<Entry> journal) {
        var api = new Api(ground.ports(), Load.CELL);
        var shown = journal.stream()
                .filter(entry -> entry.acknowledged() && Shown.KINDS.contains(entry.kind()))
                .toList();
        var hidden = new ArrayList<String>();
        var step = Math.max(1, shown.size() / LOOKED_UP);
        for (var at = 0; at < shown.size(); at += step) {
            var where = Shown.of(shown.get(at));
            var reply = api.get(where.service(), where.path(), api.signIn(where.reader()));
            if (reply.status() != Shown.OK) {
                hidden.add(where.path() + " answers " + reply.status());
            }
        }
        return hidden;
    }

    /** Where a write is shown, and to whom. */
    private record Shown(Service service, String path, String reader) {
        private static final int OK = 200;
        private static final Set<Kind> KINDS = Set.of(Kind.REGISTRATION, Kind.ENROLLMENT, Kind.PAYMENT, Kind.GIG);

        private static Shown of(Entry entry) {
            return switch (entry.kind()) {
                case PAYMENT -> new Shown(Service.CONTRIBUTION, "/receipts/" + entry.answer(0), "auditor");
                case GIG -> new Shown(Service.JOB_MATCHING, "/gigs/" + entry.answer(0), "auditor");
                case ENROLLMENT ->
                    new Shown(Service.ENROLLMENT, "/persons/" + entry.about(0) + "/relations", "li.clerk");
                default -> new Shown(Service.ENROLLMENT, "/persons/" + entry.answer(0), "li.clerk");
            };
        }
    }

    /** I5 in every cell. */
    private List<String> ledgers() {
        var api = new Api(ground.ports(), Load.CELL);
        var findings = new ArrayList<String>();
        for (var cell : ground.cells()) {
            var there = api.in(cell);
            var proof = there.get(Service.CONTRIBUTION, "/ledger/check", there.signIn("auditor"))
                    .expect(Shown.OK)
                    .body();
            proof.path("findings")
                    .forEach(finding -> findings.add("cell %d, %s of %s"
                            .formatted(
                                    cell.number(),
                                    finding.path("kind").asText(),
                                    finding.path("account").asText())));
        }
        return findings;
    }

    private Map<String, Long> unpublished() {
        return ofEach("select count(*) from outbox");
    }

    private Map<String, Long> newlyParked() {
        var now = new HashMap<>(parked());
        now.replaceAll((service, count) -> count - parkedBefore.getOrDefault(service, 0L));
        now.values().removeIf(count -> count <= 0);
        return now;
    }

    private Map<String, Long> parked() {
        return ofEach("select count(*) from parked_message where released_at is null");
    }

    /** Of all services of all cells, those where it is not zero. */
    private Map<String, Long> ofEach(String sql) {
        var counts = new HashMap<String, Long>();
        for (var cell : ground.cells()) {
            for (var service : Service.values()) {
                var count = ground.databases().number(cell, service, sql);
                if (count > 0) {
                    counts.put(name(cell, service), count);
                }
            }
        }
        return counts;
    }

    private static String name(Cell cell, Service service) {
        return service.text() + " " + cell.number();
    }
}
