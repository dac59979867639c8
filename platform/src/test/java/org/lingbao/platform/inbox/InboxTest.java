package org.lingbao.platform.inbox;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class InboxTest {
    private static final String TOPIC = "enrollment.person";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    CountingConsumer consumer;

    @Test
    void the_same_event_twice_has_one_effect() {
        var key = UUID.randomUUID();
        var id = UUID.randomUUID();
        send(key, id, 1);
        send(key, id, 1);
        send(key, UUID.randomUUID(), 2);
        awaitNumbers(key, 1, 2);
    }

    @Test
    void a_whole_topic_replayed_has_the_same_effect() throws Throwable {
        var key = UUID.randomUUID();
        for (int number = 1; number <= 20; number++) {
            send(key, UUID.randomUUID(), number);
        }
        Awaitility.await().atMost(SOON).until(() -> numbers(key).size() == 20);
        VertxContextSupport.subscribeAndAwait(() -> consumer.on(everythingInTheTopic()));
        assertThat(numbers(key)).hasSize(20).isSorted();
    }

    @Test
    void an_unknown_field_is_tolerated_and_an_event_for_others_is_passed_over() {
        var key = UUID.randomUUID();
        send(key, headers(UUID.randomUUID(), "enrollment.nobodys-business.v1"), "not even JSON");
        send(
                key,
                headers(UUID.randomUUID(), CountingConsumer.TYPE),
                "{\"key\":\"%s\",\"number\":7,\"later\":\"added\"}".formatted(key));
        awaitNumbers(key, 7);
        assertThat(waiting(key)).isZero();
    }

    @Test
    void a_poison_message_blocks_only_its_key_until_an_operator_releases_it() {
        var poisoned = UUID.randomUUID();
        var healthy = UUID.randomUUID();
        send(poisoned, UUID.randomUUID(), -1);
        send(poisoned, UUID.randomUUID(), 2);
        send(healthy, UUID.randomUUID(), 1);
        awaitNumbers(healthy, 1);
        Awaitility.await().atMost(SOON).until(() -> waiting(poisoned) == 2);
        assertThat(numbers(poisoned)).isEmpty();

        release(firstParked(poisoned), "APPLY").then().statusCode(409);
        assertThat(waiting(poisoned)).isEqualTo(2);
        consumer.heal(true);
        try {
            release(firstParked(poisoned), "APPLY").then().statusCode(200);
        } finally {
            consumer.heal(false);
        }
        assertThat(numbers(poisoned)).containsExactly(-1, 2);
    }

    @Test
    void an_event_that_arrives_during_a_release_is_applied_after_those_that_are_released() throws Exception {
        var key = UUID.randomUUID();
        send(key, UUID.randomUUID(), -1);
        Awaitility.await().atMost(SOON).until(() -> waiting(key) == 1);
        consumer.heal(true);
        try (var gate = TestDatabase.connect();
                var statement = gate.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)".formatted(CountingConsumer.GATE));
            var release = CompletableFuture.supplyAsync(() -> release(firstParked(key), "APPLY"));
            Awaitility.await().atMost(SOON).until(() -> waitersForLocks() == 1);
            send(key, UUID.randomUUID(), 2);
            Awaitility.await().atMost(SOON).until(() -> waitersForLocks() == 2 || waiting(key) == 2);
            statement.execute("select pg_advisory_unlock(%d)".formatted(CountingConsumer.GATE));
            release.join().then().statusCode(200).body("released", equalTo(1));
        } finally {
            consumer.heal(false);
        }
        awaitNumbers(key, -1, 2);
        assertThat(waiting(key)).isZero();
    }

    @Test
    void however_arrivals_and_a_release_meet_nothing_stays_parked_behind_nothing() {
        consumer.heal(false);
        var keys = IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
        keys.forEach(key -> send(key, UUID.randomUUID(), -1));
        Awaitility.await().atMost(SOON).until(() -> keys.stream().allMatch(key -> waiting(key) == 1));
        consumer.heal(true);
        try {
            var arrivals = CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, 10)
                    .forEach(number -> keys.forEach(key -> send(key, UUID.randomUUID(), number))));
            keys.forEach(key -> release(firstParked(key), "APPLY").then().statusCode(200));
            arrivals.join();
            keys.forEach(key -> awaitNumbers(key, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        } finally {
            consumer.heal(false);
        }
        assertThat(keys).allMatch(key -> waiting(key) == 0);
    }

    @Test
    void what_cannot_even_be_read_is_parked_and_can_only_be_given_up() {
        var key = UUID.randomUUID();
        send(key, Map.of(), "{}");
        Awaitility.await().atMost(SOON).until(() -> waiting(key) == 1);
        release(firstParked(key), "APPLY").then().statusCode(409);
        release(firstParked(key), "DISCARD").then().statusCode(200);
        assertThat(waiting(key)).isZero();
        release(1_000_000_000L, "DISCARD").then().statusCode(404);
    }

    @Test
    void what_was_given_up_stays_so_when_it_is_delivered_again() {
        var key = UUID.randomUUID();
        var id = UUID.randomUUID();
        send(key, id, -1);
        Awaitility.await().atMost(SOON).until(() -> waiting(key) == 1);
        release(firstParked(key), "DISCARD").then().statusCode(200);
        consumer.heal(true);
        try {
            send(key, id, -1);
            send(key, UUID.randomUUID(), 2);
            awaitNumbers(key, 2);
        } finally {
            consumer.heal(false);
        }
    }

    @Test
    void a_body_without_a_field_that_is_used_is_parked_and_no_effect_of_nothing() {
        var key = UUID.randomUUID();
        for (var body : List.of("{}", "{\"key\":null,\"number\":1}", "{\"key\":\"%s\"}".formatted(key))) {
            send(key, headers(UUID.randomUUID(), CountingConsumer.TYPE), body);
        }
        Awaitility.await().atMost(SOON).until(() -> waiting(key) == 3);
        assertThat(numbers(key)).isEmpty();
    }

    @Test
    void another_version_of_an_event_that_is_acted_on_is_parked() {
        var key = UUID.randomUUID();
        send(key, headers(UUID.randomUUID(), "enrollment.counted.v2"), "{}");
        send(key, UUID.randomUUID(), 1);
        Awaitility.await().atMost(SOON).until(() -> waiting(key) == 2);
        release(firstParked(key), "APPLY").then().statusCode(409);
        release(firstParked(key), "DISCARD").then().statusCode(200);
        release(firstParked(key), "APPLY").then().statusCode(200);
        awaitNumbers(key, 1);
    }

    @Test
    void what_names_no_event_and_a_key_of_any_length_are_parked_and_nobody_waits() {
        var key = UUID.randomUUID();
        var before = unreadable();
        TestTopics.send(TOPIC, noise(), "{}".getBytes(UTF_8), headers(UUID.randomUUID(), CountingConsumer.TYPE));
        send(UUID.randomUUID(), headers(UUID.randomUUID(), "counted"), "{}");
        send(key, UUID.randomUUID(), 1);
        awaitNumbers(key, 1);
        Awaitility.await().atMost(SOON).until(() -> unreadable() == before + 2);
    }

    /** A text that cannot be packed to less. */
    private static String noise() {
        return new Random(1)
                .ints(20_000, 0x4e00, 0x9fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long unreadable() {
        return TestDatabase.number("select count(*) from parked_message where message_id is null");
    }

    @Test
    void only_an_operator_sees_and_releases_what_is_parked() {
        given().get("/parked-messages").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of("zhao.qiang"))
                .get("/parked-messages")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("operator"))
                .get("/parked-messages")
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.Response release(long id, String how) {
        return given().auth()
                .oauth2(TestTokens.of("operator"))
                .contentType("application/json")
                .body("{\"how\":\"%s\"}".formatted(how))
                .post("/parked-messages/{id}/release", id);
    }

    private static void send(UUID key, UUID id, int number) {
        send(key, headers(id, CountingConsumer.TYPE), "{\"key\":\"%s\",\"number\":%d}".formatted(key, number));
    }

    private static void send(UUID key, Map<String, String> headers, String body) {
        TestTopics.send(TOPIC, key.toString(), body.getBytes(UTF_8), headers);
    }

    private static Map<String, String> headers(UUID id, String type) {
        return Map.of("ce_id", id.toString(), "ce_type", type);
    }

    private static void awaitNumbers(UUID key, Integer... expected) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(numbers(key)).containsExactly(expected));
    }

    private static List<Integer> numbers(UUID key) {
        return TestDatabase.query("select number from effect where key = ? order by position", key).stream()
                .map(row -> (Integer) row.get("number"))
                .collect(Collectors.toList());
    }

    private static long waiting(UUID key) {
        return TestDatabase.number(
                "select count(*) from parked_message where key = ? and released_at is null", key.toString());
    }

    private static long waitersForLocks() {
        return TestDatabase.number("select count(*) from pg_locks where locktype = 'advisory' and not granted");
    }

    private static long firstParked(UUID key) {
        return TestDatabase.number(
                "select min(id) from parked_message where key = ? and released_at is null", key.toString());
    }

    private static ConsumerRecords<String, byte[]> everythingInTheTopic() {
        var byPartition = TestTopics.all(TOPIC).stream()
                .map(message -> {
                    var record = new ConsumerRecord<>(
                            TestTopics.full(TOPIC),
                            message.partition(),
                            message.offset(),
                            message.key(),
                            message.value());
                    message.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
                    return record;
                })
                .collect(Collectors.groupingBy(record -> new TopicPartition(record.topic(), record.partition())));
        return new ConsumerRecords<>(byPartition, Map.of());
    }
}
