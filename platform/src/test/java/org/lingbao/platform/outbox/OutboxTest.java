package org.lingbao.platform.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.local.testing.TestTopics.Message;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OutboxTest {
    private static final String TOPIC = "enrollment.person";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    MakeThing make;

    @Inject
    Pool pool;

    @Inject
    OutboxRows rows;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @ConfigProperty(name = "lingbao.topic-prefix")
    String prefix;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_command_that_fails_after_the_append_leaves_neither_row_nor_event(boolean panache) throws Throwable {
        var id = UUID.randomUUID();
        assertThatThrownBy(() -> run(panache ? () -> make.byPanache(id, true) : () -> make.bySql(id, true)))
                .hasMessageContaining("after the append");
        assertThat(TestDatabase.number("select count(*) from thing where id = ?", id))
                .isZero();
        assertThat(TestDatabase.number("select count(*) from outbox where aggregateid = ?", id))
                .isZero();
        var witness = UUID.randomUUID();
        run(() -> make.bySql(witness, false));
        assertThat(TestTopics.awaitKey(TOPIC, witness.toString(), 1)).hasSize(1);
        assertThat(keysInTopic()).doesNotContain(id.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"panache", "sql", "one statement"})
    void a_committed_command_publishes_its_event_with_all_headers_and_leaves_the_outbox_empty(String style)
            throws Throwable {
        var id = UUID.randomUUID();
        run(() -> switch (style) {
            case "panache" -> make.byPanache(id, false);
            case "sql" -> make.bySql(id, false);
            default -> make.byOneStatement(id);
        });
        var event = TestTopics.awaitKey(TOPIC, id.toString(), 1).getFirst();
        assertThat(event.headers())
                .containsEntry("ce_type", "enrollment.thing-made.v1")
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/" + prefix + TOPIC)
                .containsKeys("ce_id", "ce_time");
        assertThat(event.text()).contains(id.toString());
        Awaitility.await()
                .atMost(SOON)
                .until(() -> TestDatabase.number("select count(*) from outbox where aggregateid = ?", id) == 0);
    }

    @Test
    void two_transactions_that_commit_in_reverse_order_are_both_published_in_order_per_key() throws Exception {
        var slowKey = UUID.randomUUID();
        var fastKey = UUID.randomUUID();
        try (var slow = begin();
                var fast = begin()) {
            append(slow, slowKey, 1);
            append(fast, fastKey, 1);
            fast.commit();
            assertThat(TestTopics.awaitKey(TOPIC, fastKey.toString(), 1)).hasSize(1);
            append(slow, slowKey, 2);
            slow.commit();
        }
        assertThat(numbers(TestTopics.awaitKey(TOPIC, slowKey.toString(), 2))).containsExactly(1, 2);
    }

    @Test
    void a_second_transaction_on_the_same_key_takes_its_place_behind_the_first() throws Exception {
        var key = UUID.randomUUID();
        try (var first = begin();
                var second = begin()) {
            append(first, key, 1);
            var behind = CompletableFuture.runAsync(() -> {
                try {
                    append(second, key, 2);
                    second.commit();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            Awaitility.await().atMost(SOON).until(OutboxTest::somebodyWaitsForAKey);
            assertThat(behind).isNotDone();
            first.commit();
            behind.join();
        }
        assertThat(numbers(TestTopics.awaitKey(TOPIC, key.toString(), 2))).containsExactly(1, 2);
    }

    @Test
    void two_relays_lose_nothing_and_do_not_reorder_a_key() throws Exception {
        var other = new Relay(pool, rows, new Broker(bootstrap, prefix));
        other.start(new io.quarkus.runtime.StartupEvent());
        var keys = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        try (var connection = begin()) {
            for (int number = 1; number <= 200; number++) {
                append(connection, keys.get(number % keys.size()), number);
                if (number % 7 == 0) {
                    connection.commit();
                }
            }
            connection.commit();
            for (var key : keys) {
                assertThat(numbers(TestTopics.awaitKey(TOPIC, key.toString(), 40)))
                        .doesNotHaveDuplicates()
                        .isSorted();
            }
        } finally {
            other.stop(new io.quarkus.runtime.ShutdownEvent());
        }
    }

    @Test
    void a_relay_that_stands_still_is_not_alive_and_one_that_comes_around_is() throws Exception {
        var stuck = new CountDownLatch(1);
        var standing = new OutboxRows() {
            @Override
            Uni<Boolean> lead(SqlConnection connection) {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.lead(connection);
            }
        };
        var other = new Relay(pool, standing, new Broker(bootstrap, prefix));
        var health = new RelayHealth(other, Duration.ofSeconds(3));
        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
        other.start(new io.quarkus.runtime.StartupEvent());
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
        Awaitility.await().atMost(SOON).until(() -> health.call().getStatus() == Status.DOWN);
        stuck.countDown();
        Awaitility.await().atMost(SOON).until(() -> health.call().getStatus() == Status.UP);
        other.stop(new io.quarkus.runtime.ShutdownEvent());
        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'outbox relay' }.status", equalTo("UP"));
    }

    private static Connection begin() throws SQLException {
        var connection = TestDatabase.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    /** The statement of the outbox itself, on a connection that this test can hold open. */
    private static void append(Connection connection, UUID key, int number) throws SQLException {
        var sql = Outbox.insertOf(
                MakeThing.THING_MADE,
                "gen_random_uuid()",
                "v.key",
                "json_build_object('id', v.key, 'number', v.number)::text",
                "''",
                "(values (?::uuid, ?::int)) as v(key, number)");
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            statement.setInt(2, number);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static boolean somebodyWaitsForAKey() {
        return TestDatabase.number("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0;
    }

    private static List<Integer> numbers(List<Message> messages) {
        return messages.stream()
                .map(message -> Integer.parseInt(message.text().replaceAll("(?s).*\"number\"\\s*:\\s*(\\d+).*", "$1")))
                .toList();
    }

    private static List<String> keysInTopic() {
        var keys = new ArrayList<String>();
        TestTopics.all(TOPIC).forEach(message -> keys.add(String.valueOf(message.key())));
        return keys;
    }

    private static void run(Supplier<Uni<Void>> command) throws Throwable {
        VertxContextSupport.subscribeAndAwait(command);
    }
}
