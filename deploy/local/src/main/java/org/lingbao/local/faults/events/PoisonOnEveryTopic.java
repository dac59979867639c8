package org.lingbao.local.faults.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lingbao.local.demo.Api;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Telling;
import org.lingbao.local.faults.Trial;
import org.lingbao.local.faults.events.Databases.Owner;
import org.lingbao.local.faults.events.Operator.Place;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;

/** Puts what cannot be an event on every topic that a service listens to. */
record PoisonOnEveryTopic() implements Trial {
    private static final Cell CELL = Cell.SHANDONG;
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String TOO_LARGE = "RecordTooLargeException";

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String sentence() {
        return "noise, wrong types, two megabytes, unknown versions, no key on every topic: each waits with its key, all other"
                + " keys go on, and an operator releases it";
    }

    @Override
    public String run(Ground ground) {
        var databases = new Databases(ground);
        try (var records = new Records(ground)) {
            var calm = Calm.begin(databases, records);
            var before = databases.parked();
            var attack = new Attack(ground, databases, records, new TreeMap<>());
            var kinds = attack.begin();
            var order = new KeyInOrder(databases, records, Newcomer.fresh());
            order.begin();
            meanwhile(ground, databases);
            attack.isParked();
            order.waits();
            var operator = new Operator(new Api(ground.ports(), CELL));
            var given = attack.release(operator);
            var applied = order.release(operator); // behind the others: a list shows the first that wait
            calm.await();
            if (databases.parked() != before) {
                throw new PartFailed(databases.parked() - before + " messages are still parked");
            }
            return "%d poisons on %d topics, %d places parked and given up, %d waiting events applied in order"
                    .formatted(kinds, attack.topics(), given, applied);
        }
    }

    private static void meanwhile(Ground ground, Databases databases) {
        Newcomer.registers(ground).enrolls().isKnown(databases);
        if (!ground.brief()) {
            Telling.whole(ground);
        }
    }

    /** A message that one consumer has parked. */
    private record Waiting(Place place, String reason) {}

    /**
     * The poisons, and what must become of each.
     *
     * @param places by the name of a service: where what it must park lies, and what that is
     */
    private record Attack(Ground ground, Databases databases, Records records, Map<String, Map<Place, String>> places) {
        private static final String BEHIND = "behind ";

        int topics() {
            return (int) Catalogue.consumed().stream()
                    .map(Catalogue.Event::topic)
                    .distinct()
                    .count();
        }

        /** @return how many poisons there are */
        private int begin() {
            var random = ground.random("poison");
            var kinds = 0;
            var byTopic = Catalogue.consumed().stream()
                    .collect(Collectors.groupingBy(Catalogue.Event::topic, LinkedHashMap::new, Collectors.toList()));
            for (var entry : byTopic.entrySet()) {
                var events = entry.getValue();
                var topic = new Poison.Topic(CELL.topicPrefix(), entry.getKey(), events, random);
                var poisons = topic.poisons(ground.brief() ? events.subList(0, 1) : events);
                send(topic, poisons);
                tooLarge(topic, random);
                kinds += poisons.size() + 1;
            }
            return kinds;
        }

        private void send(Poison.Topic topic, List<Poison> poisons) {
            var all = new ArrayList<ProducerRecord<byte[], byte[]>>();
            poisons.forEach(poison -> all.add(poison.record()));
            var ordered = poisons.stream().filter(Poison::ordered).toList();
            ordered.forEach(poison -> all.add(topic.follower(poison, follower(topic, poison))));
            var written = records.write(all, Records.Packing.PLAIN);
            for (int i = 0; i < all.size(); i++) {
                var follows = i >= poisons.size();
                var poison = follows ? ordered.get(i - poisons.size()) : poisons.get(i);
                if (!written.get(i).taken()) {
                    throw new PartFailed("Kafka did not take " + poison.what() + ": "
                            + written.get(i).refused());
                }
                var place = Place.of(all.get(i), written.get(i));
                var hears = follows ? follower(topic, poison).consumers() : List.copyOf(poison.parkedBy());
                poison.parkedBy().stream()
                        .filter(hears::contains)
                        .forEach(service -> expect(service, place, (follows ? BEHIND : "") + poison.what()));
            }
        }

        /**
         * The event that the poison was made of, which the same consumer takes; else one that as many services act on as park the
         * poison, if there is one.
         */
        private static Catalogue.Event follower(Poison.Topic topic, Poison poison) {
            return topic.events().stream()
                    .filter(poison::isMadeOf)
                    .findFirst()
                    .or(() -> topic.events().stream()
                            .filter(event -> event.consumers().containsAll(poison.parkedBy()))
                            .findFirst())
                    .orElse(topic.events().getFirst());
        }

        /** What the broker does not take it says; what it takes because it is packed is as large as before for a service. */
        private void tooLarge(Poison.Topic topic, Random random) {
            var noise = new byte[Poison.TWO_MEGABYTES];
            random.nextBytes(noise);
            var plain = records.write(List.of(topic.large(noise).record()), Records.Packing.PLAIN)
                    .getFirst();
            if (plain.taken() || !plain.refused().contains(TOO_LARGE)) {
                throw new PartFailed("Kafka says of two megabytes: "
                        + (plain.taken() ? "nothing, it has taken them" : plain.refused()));
            }
            var poison = topic.large(new byte[Poison.TWO_MEGABYTES]);
            var packed = records.write(List.of(poison.record()), Records.Packing.PACKED)
                    .getFirst();
            if (!packed.taken()) {
                throw new PartFailed("Kafka does not take two megabytes that are packed: " + packed.refused());
            }
            poison.parkedBy().forEach(service -> expect(service, Place.of(poison.record(), packed), poison.what()));
        }

        private void expect(String service, Place place, String what) {
            var _ = places.computeIfAbsent(service, name -> new LinkedHashMap<>())
                    .put(place, what);
        }

        private void isParked() {
            for (var owner : owners()) {
                var missing = new LinkedHashMap<>(expected(owner));
                try {
                    Calm.until(owner + " has parked what it cannot read", SOON, () -> {
                        parked(owner).forEach(waiting -> missing.remove(waiting.place()));
                        return missing.isEmpty();
                    });
                } catch (PartFailed e) {
                    throw new PartFailed(
                            e.getMessage() + "; it has not parked " + missing.size() + ", such as "
                                    + missing.values().stream().limit(5).toList(),
                            e);
                }
                onlyThose(owner);
            }
        }

        /** Nothing else is parked there, and what comes later is parked for no other reason than that. */
        private void onlyThose(Owner owner) {
            parked(owner).forEach(waiting -> {
                var what = expected(owner).get(waiting.place());
                if (what != null && what.startsWith(BEHIND) != waiting.reason().equals("waits behind its key")) {
                    throw new PartFailed("%s parked %s because \"%s\"".formatted(owner, what, waiting.reason()));
                }
            });
        }

        private Map<Place, String> expected(Owner owner) {
            return places.getOrDefault(owner.service().text(), Map.of());
        }

        /** A service has several consumers, and each of them parks for itself. */
        private List<Waiting> parked(Owner owner) {
            return databases.column(owner, """
                            select topic || ' ' || partition || ' ' || record_offset || ' ' || reason from parked_message
                            where released_at is null""").stream()
                    .map(line -> line.split(" ", 4))
                    .map(part -> new Waiting(
                            new Place(part[0], Integer.parseInt(part[1]), Long.parseLong(part[2])), part[3]))
                    .toList();
        }

        private List<Owner> owners() {
            return databases.owners().stream()
                    .filter(owner -> owner.cell().equals(CELL)
                            && places.containsKey(owner.service().text()))
                    .toList();
        }

        /** @return how many were given up */
        private int release(Operator operator) {
            var given = 0;
            for (var owner : owners()) {
                var left = new LinkedHashMap<>(expected(owner));
                for (var seen = seen(operator, owner); !seen.isEmpty(); seen = seen(operator, owner)) {
                    if (given == 0) {
                        operator.releases(owner.service(), seen.getFirst().id(), "APPLY", 409);
                    }
                    for (var parked : seen) {
                        operator.releases(owner.service(), parked.id(), "DISCARD", 200);
                        var _ = left.remove(parked.place());
                        given++;
                    }
                }
                if (!left.isEmpty()) {
                    throw new PartFailed("an operator of " + owner + " does not see " + left.values());
                }
            }
            return given;
        }

        /** What an operator sees of the attack, page by page as it is given up. */
        private List<Operator.Parked> seen(Operator operator, Owner owner) {
            return operator.sees(owner.service()).stream()
                    .filter(parked -> expected(owner).containsKey(parked.place()))
                    .toList();
        }
    }
}
