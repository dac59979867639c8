package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.faults.events.Catalogue.Event;

/**
 * A record that cannot be an event.
 *
 * @param what is wrong with it
 * @param parkedBy the services that have to park it; nobody: all pass it over
 * @param ordered whether its key is one that events can have, so that later ones wait behind it
 */
record Poison(String what, ProducerRecord<byte[], byte[]> record, Set<String> parkedBy, boolean ordered) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONG_KEY = 10_000;
    private static final int NOISE = 300;
    /** What a broker takes at most, by default; the rest is for key, headers and batch. */
    static final int LARGEST_BODY = 1024 * 1024 - 512;

    static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    /** Whether its type is that of the event, in whatever version. */
    boolean isMadeOf(Event event) {
        var type = record.headers().lastHeader("ce_type");
        return type != null && name(new String(type.value(), UTF_8)).equals(name(event.type()));
    }

    private static String name(String type) {
        return type.replaceFirst("\\.v\\d+$", "");
    }

    /** Of one topic of one cell. @param random what the noise is; keys and ids are nobody's yet, so that it can be repeated */
    record Topic(String prefix, String name, List<Event> events, Random random) {
        /** All kinds; those that concern one event for each of these events. */
        List<Poison> poisons(List<Event> of) {
            var all = new ArrayList<Poison>();
            of.forEach(event -> all.addAll(bodies(event)));
            all.addAll(records(of.getFirst()));
            return all;
        }

        private List<Poison> bodies(Event event) {
            var good = event.example();
            var of = " of " + event.type();
            return List.of(
                    body("noise as the body" + of, event, noise(NOISE)),
                    body("half a body" + of, event, Arrays.copyOf(good, good.length / 2)),
                    body("fields of other types in the body" + of, event, otherTypes(good)),
                    body("no field in the body" + of, event, "{}".getBytes(UTF_8)),
                    body("null as the body" + of, event, "null".getBytes(UTF_8)),
                    poison(
                            "an unknown version" + of,
                            key(),
                            headers(event.type().replaceFirst("\\d+$", "99")),
                            good,
                            event.consumers(),
                            true));
        }

        private List<Poison> records(Event event) {
            var good = event.example();
            var everybody = everybody();
            return List.of(
                    poison("no headers", key(), Map.of(), good, everybody, true),
                    poison("no body", key(), headers(event.type()), null, everybody, true),
                    poison("a type that names no event", key(), headers("nonsense"), good, everybody, true),
                    poison(
                            "an id that is no UUID",
                            key(),
                            Map.of("ce_id", "1", "ce_type", event.type()),
                            good,
                            everybody,
                            true),
                    poison("no key", null, headers(event.type()), good, everybody, false),
                    poison("a key that is no UUID", noise(9), headers(event.type()), good, everybody, false),
                    poison("a key of 10,000 letters", letters(LONG_KEY), headers(event.type()), good, everybody, false),
                    poison(
                            "the largest body that Kafka takes",
                            key(),
                            headers("large"),
                            noise(LARGEST_BODY),
                            everybody,
                            true),
                    poison(
                            "an event that nobody knows",
                            key(),
                            headers(event.type().replaceFirst("\\..*", "") + ".nobodys-business.v1"),
                            good,
                            List.of(),
                            false));
        }

        /** Two megabytes, which the broker takes only when they are packed to less. */
        Poison large(byte[] body) {
            return poison("two megabytes", key(), headers("large"), body, everybody(), true);
        }

        /** What comes after a poison under the same key, and is good. */
        ProducerRecord<byte[], byte[]> follower(Poison poison, Event event) {
            return record(poison.record().key(), headers(event.type()), event.example());
        }

        private Poison body(String what, Event event, byte[] body) {
            return poison(what, key(), headers(event.type()), body, event.consumers(), true);
        }

        private Poison poison(
                String what,
                byte @Nullable [] key,
                Map<String, String> headers,
                byte @Nullable [] body,
                Iterable<String> parkedBy,
                boolean ordered) {
            var services = new TreeSet<String>();
            parkedBy.forEach(services::add);
            return new Poison(what + " on " + name, record(key, headers, body), services, ordered);
        }

        private ProducerRecord<byte[], byte[]> record(
                byte @Nullable [] key, Map<String, String> headers, byte @Nullable [] body) {
            var record = new ProducerRecord<byte[], byte[]>(prefix + name, key, body);
            headers.forEach((header, value) -> record.headers().add(header, value.getBytes(UTF_8)));
            return record;
        }

        private List<String> everybody() {
            return events.stream().flatMap(event -> event.consumers().stream()).toList();
        }

        private Map<String, String> headers(String type) {
            return Map.of("ce_id", uuid(), "ce_type", type);
        }

        private byte[] key() {
            return uuid().getBytes(US_ASCII);
        }

        private String uuid() {
            return UUID.randomUUID().toString();
        }

        private byte[] letters(int number) {
            var letters = new byte[number];
            for (int i = 0; i < number; i++) {
                letters[i] = (byte) random.nextInt('a', 'z' + 1);
            }
            return letters;
        }

        private byte[] noise(int bytes) {
            var noise = new byte[bytes];
            random.nextBytes(noise);
            return noise;
        }
    }

    /** The same fields, each with an object in its place, which nobody expects. */
    static byte[] otherTypes(byte[] good) {
        try {
            var fields = JSON.createObjectNode();
            JSON.readTree(good)
                    .fieldNames()
                    .forEachRemaining(field -> fields.putObject(field).put("no", 1));
            return JSON.writeValueAsBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
