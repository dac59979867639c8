package org.lingbao.local.faults.events;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Telling;
import org.lingbao.local.faults.Trial;
import org.lingbao.local.part.PartFailed;

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
        var all = records.all(record -> !parked.contains(place(record)));
        if (!records.write(again(all), Records.Packing.PLAIN).stream().allMatch(Records.Written::taken)) {
            throw new PartFailed("Kafka did not take all of them");
        }
        return "%d records written %d more times".formatted(all.size(), TIMES);
    }

    /** What could not be read the first time is no event; it would wait for an operator each time. */
    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return "%s/%d@%d".formatted(record.topic(), record.partition(), record.offset());
    }

    private static List<ProducerRecord<byte[], byte[]>> again(List<ConsumerRecord<byte[], byte[]>> all) {
        var again = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int time = 0; time < TIMES; time++) {
            all.forEach(record -> again.add(new ProducerRecord<>(
                    record.topic(), record.partition(), record.key(), record.value(), record.headers())));
        }
        return again;
    }
}
