package org.lingbao.local.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lingbao.local.faults.Journal.Entry;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.faults.Journal.State;

/**
 * What must hold after whatever happened, between what a client was told and what is there. Each violation is a sentence
 * with ids.
 */
record Invariants(List<Entry> journal, Found found) {
    private static final String PAID = "PAID";

    List<String> violations() {
        var violations = new ArrayList<String>();
        violations.addAll(answers());
        violations.addAll(payments());
        violations.addAll(others());
        violations.addAll(events());
        found.hidden().forEach(what -> violations.add("Acknowledged, and not shown: " + what + "."));
        found.ledgers().forEach(what -> violations.add("A ledger does not prove itself: " + what + "."));
        found.unpublished()
                .forEach((service, count) -> violations.add(count + " events stay in the outbox of " + service + "."));
        found.parked().forEach((service, count) -> violations.add(service + " has parked " + count + " messages."));
        return violations;
    }

    /** I7: every outcome is known in the end, and it is the right one. */
    private List<String> answers() {
        var violations = new ArrayList<String>();
        for (var entry : journal) {
            if (entry.state() == State.UNKNOWN) {
                violations.add(named(entry) + " has no outcome, asked again by its key.");
            } else if (entry.acknowledged() == entry.kind().mustBeRefused()) {
                violations.add(named(entry) + " was "
                        + (entry.acknowledged() ? "acknowledged" : "refused (" + entry.answer() + ")") + ".");
            }
        }
        return violations;
    }

    /** I1 and I2: what is acknowledged is booked once, what is refused is not, and there is nothing else. */
    private List<String> payments() {
        var violations = new ArrayList<String>();
        var rest = new LinkedHashMap<>(found.receipts());
        for (var entry : of(Kind.PAYMENT)) {
            var receipts = rest.getOrDefault(entry.key(), List.of());
            if (entry.state() != State.UNKNOWN) {
                rest.remove(entry.key());
            }
            if (entry.acknowledged()) {
                violations.addAll(booked(entry, receipts));
            }
        }
        rest.forEach((reference, receipts) -> violations.add(
                "Payment " + reference + " is booked (" + numbers(receipts) + ") and was not acknowledged."));
        return violations;
    }

    private static List<String> booked(Entry entry, List<Found.Receipt> receipts) {
        if (receipts.isEmpty()) {
            return List.of(named(entry) + " was acknowledged as " + entry.answer(0) + " and is lost.");
        }
        if (receipts.size() > 1) {
            return List.of(named(entry) + " is booked more than once: " + numbers(receipts) + ".");
        }
        var receipt = receipts.getFirst();
        if (!receipt.number().equals(entry.answer(0)) || !receipt.outcome().equals(entry.answer(1))) {
            return List.of("%s was acknowledged as %s %s and is %s %s."
                    .formatted(named(entry), entry.answer(0), entry.answer(1), receipt.number(), receipt.outcome()));
        }
        return receipt.sets() == 1
                ? List.of()
                : List.of(named(entry) + " has " + receipt.sets() + " sets of entries instead of one.");
    }

    /** I1 for all that is no money, and what other services know of it. */
    private List<String> others() {
        var violations = new ArrayList<String>();
        var times = journal.stream()
                .filter(Entry::acknowledged)
                .collect(groupingBy(entry -> entry.kind() + id(entry), counting()));
        for (var entry : journal) {
            var rows = found.rows().get(entry.kind());
            if (entry.acknowledged() && rows != null) {
                long acknowledged = times.getOrDefault(entry.kind() + id(entry), 0L);
                long there = rows.getOrDefault(id(entry), 0);
                if (there != acknowledged) {
                    violations.add("%s was acknowledged, as %d of its kind for %s, and there are %d."
                            .formatted(named(entry), acknowledged, id(entry), there));
                }
            }
            if (paid(entry) && !found.heard().contains(entry.about(1))) {
                violations.add("Enrollment has not heard that person " + entry.about(1) + " has paid.");
            }
        }
        return violations;
    }

    /** I9: every acknowledged write has its event once, and the events of a key have the order of the answers. */
    private List<String> events() {
        var expected = new LinkedHashMap<String, List<String>>();
        for (var entry : journal) {
            if (entry.acknowledged() && (entry.kind() != Kind.PAYMENT || paid(entry))) {
                var event = Expected.of(entry);
                expected.computeIfAbsent(event.topic() + " " + event.key(), any -> new ArrayList<>())
                        .add(event.text());
            }
        }
        var actual = actual();
        var violations = new ArrayList<String>();
        expected.forEach((key, texts) -> {
            var there = actual.getOrDefault(key, List.of());
            if (!there.equals(texts)) {
                violations.add("The events of " + key + " are " + difference(texts, there) + ".");
            }
        });
        return violations;
    }

    /** By topic and key, each once: a repetition has the id of its first. */
    private Map<String, List<String>> actual() {
        var seen = new HashSet<String>();
        var actual = new LinkedHashMap<String, List<String>>();
        for (var event : found.events()) {
            if (Expected.TYPES.contains(event.type()) && seen.add(event.id())) {
                actual.computeIfAbsent(event.topic() + " " + event.key(), any -> new ArrayList<>())
                        .add(event.type() + event.about());
            }
        }
        return actual;
    }

    private static String difference(List<String> expected, List<String> there) {
        var sortedExpected = expected.stream().sorted().toList();
        if (there.stream().sorted().toList().equals(sortedExpected)) {
            return "in another order than they were acknowledged";
        }
        var count = there.stream().collect(groupingBy(text -> text, counting()));
        var missing = expected.stream().filter(text -> !count.containsKey(text)).toList();
        return missing.isEmpty()
                ? there.size() + " instead of " + expected.size()
                : there.size() + " instead of " + expected.size() + ", without " + missing;
    }

    /** The id by which the row of a write is known. */
    private static String id(Entry entry) {
        return switch (entry.kind()) {
            case REGISTRATION -> entry.answer(0);
            default -> entry.about(0);
        };
    }

    private List<Entry> of(Kind kind) {
        return journal.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private static boolean paid(Entry entry) {
        return entry.kind() == Kind.PAYMENT
                && entry.acknowledged()
                && entry.answer(1).equals(PAID);
    }

    private static String named(Entry entry) {
        return "The " + entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + entry.key();
    }

    private static String numbers(List<Found.Receipt> receipts) {
        return String.join(", ", receipts.stream().map(Found.Receipt::number).toList());
    }

    /** The event that tells of an acknowledged write. */
    private record Expected(String topic, String key, String text) {
        private static final Map<Kind, String> TYPE = Map.of(
                Kind.REGISTRATION, "enrollment.person-registered.v1",
                Kind.ENROLLMENT, "enrollment.relation-opened.v1",
                Kind.CONSENT_GRANTED, "enrollment.consent-granted.v1",
                Kind.CONSENT_REVOKED, "enrollment.consent-revoked.v1",
                Kind.PLAN, "contribution.plan-chosen.v1",
                Kind.PAYMENT, "contribution.month-paid.v1",
                Kind.GIG, "matching.gig-posted.v1");

        private static final Set<String> TYPES = Set.copyOf(TYPE.values());

        private static Expected of(Entry entry) {
            var type = TYPE.getOrDefault(entry.kind(), "");
            return switch (entry.kind()) {
                case REGISTRATION -> new Expected("enrollment.person", entry.answer(0), type);
                case PLAN -> new Expected("contribution.person", entry.about(0), type);
                case PAYMENT -> new Expected("contribution.person", entry.about(1), type + entry.answer(2));
                case GIG -> new Expected("matching.gig", entry.answer(0), type);
                default -> new Expected("enrollment.person", entry.about(0), type);
            };
        }
    }
}
