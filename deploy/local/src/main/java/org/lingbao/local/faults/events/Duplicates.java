package org.lingbao.local.faults.events;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Telling;
import org.lingbao.local.faults.Trial;

/** Writes every record again, three times: whoever has taken it once takes no notice. */
record Duplicates() implements Trial {
    private static final int TIMES = 3;

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String sentence() {
        return "every record of every topic is written three more times: each row of each table stays as it is";
    }

    @Override
    public String run(Ground ground) {
        var databases = new Databases(ground);
        if (!ground.brief()) {
            Telling.whole(ground);
        }
        try (var records = new Records(ground)) {
            return Calm.unchanged(databases, records, "what was written again", () -> writeAgain(databases, records));
        }
    }

    private static String writeAgain(Databases databases, Records records) {
        var parked = databases.everParked();
        var again = records.writeAgain(record -> !parked.contains(place(record)), TIMES);
        return "%d records written %d more times".formatted(again, TIMES);
    }

    /** What could not be read the first time is no event; it would wait for an operator each time. */
    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return "%s/%d@%d".formatted(record.topic(), record.partition(), record.offset());
    }
}
