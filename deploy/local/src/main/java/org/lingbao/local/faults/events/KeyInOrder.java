package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lingbao.local.faults.events.Databases.Owner;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;

/** A person of whom a poison is followed by events whose order can be told from what is left at the end. */
record KeyInOrder(Databases databases, Records records, String person) {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Cell CELL = Cell.SHANDONG;
    private static final Owner OWNER = new Owner(CELL, Service.CONTRIBUTION);

    void begin() {
        var written = records.write(
                List.of(
                        event("enrollment.person-registered.v1", "{\"personId\":"),
                        granted(1),
                        event("enrollment.consent-revoked.v1", """
                                {"personId":"%s","purpose":"STATEMENT_AT_TERMINAL","version":1,"revokedOn":"2026-09-01"}""".formatted(person)),
                        granted(3)),
                Records.Packing.PLAIN);
        if (!written.stream().allMatch(Records.Written::taken)) {
            throw new PartFailed("Kafka did not take the events of one key");
        }
    }

    private ProducerRecord<byte[], byte[]> granted(int version) {
        return event("enrollment.consent-granted.v1", """
                {"personId":"%s","purpose":"STATEMENT_AT_TERMINAL","version":%d,"grantedOn":"2026-09-01"}""".formatted(person, version));
    }

    private ProducerRecord<byte[], byte[]> event(String type, String body) {
        var record = new ProducerRecord<>(
                CELL.topicPrefix() + "enrollment.person", person.getBytes(UTF_8), body.getBytes(UTF_8));
        record.headers().add("ce_id", Newcomer.fresh().getBytes(UTF_8));
        record.headers().add("ce_type", type.getBytes(UTF_8));
        return record;
    }

    void waits() {
        Calm.until("the events of one key wait", SOON, () -> waiting() == 4);
        if (!consents().isEmpty()) {
            throw new PartFailed("an event was applied before the one that its key waits for");
        }
    }

    private long waiting() {
        return databases.number(OWNER, """
                select count(*) from parked_message where released_at is null and key = '%s'""".formatted(person));
    }

    private List<String> consents() {
        return databases.column(OWNER, "select version from consent where person_id = '" + person + "'");
    }

    /** @return how many were applied after the first was given up */
    int release(Operator operator) {
        for (var service : Service.values()) {
            var mine = operator.sees(service).stream()
                    .filter(parked -> parked.key().equals(person))
                    .toList();
            if (!mine.isEmpty()) {
                operator.releases(service, mine.getFirst().id(), "DISCARD", 200);
            }
            if (mine.size() > 1) {
                operator.releases(service, mine.get(1).id(), "APPLY", 200);
            }
        }
        if (!consents().equals(List.of("3"))) {
            throw new PartFailed("released in order, the consent's version is " + consents() + " instead of 3");
        }
        return 3;
    }
}
