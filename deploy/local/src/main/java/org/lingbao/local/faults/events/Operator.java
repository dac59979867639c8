package org.lingbao.local.faults.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lingbao.local.demo.Api;
import org.lingbao.local.stack.Service;

/** An operator, who has the services' own interface and nothing else. */
record Operator(Api api) {
    /** Where a poison lies. */
    record Place(String topic, int partition, long offset) {
        static Place of(ProducerRecord<byte[], byte[]> record, Records.Written written) {
            return new Place(record.topic(), written.partition(), written.offset());
        }
    }

    /** A message that waits for a decision. */
    record Parked(long id, Place place, String key) {}

    List<Parked> sees(Service service) {
        var list = new ArrayList<Parked>();
        api.get(service, "/parked-messages", api.signIn("operator"))
                .expect(200)
                .body()
                .forEach(parked -> list.add(new Parked(
                        parked.path("id").asLong(),
                        new Place(
                                parked.path("topic").asText(),
                                parked.path("partition").asInt(),
                                parked.path("offset").asLong()),
                        parked.path("key").asText())));
        return list;
    }

    void releases(Service service, long id, String how, int status) {
        var path = "/parked-messages/" + id + "/release";
        var _ = api.post(service, path, api.signIn("operator"), Newcomer.fresh(), Map.of("how", how))
                .expect(status);
    }
}
