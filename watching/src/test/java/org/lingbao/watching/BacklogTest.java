package org.lingbao.watching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BacklogTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String LEAD = "hashtextextended('outbox-relay', 0)";

    @Test
    void unpublished_events_are_counted_and_timed_until_the_relay_has_sent_them() throws Exception {
        var key = UUID.randomUUID();
        try (var inTheWay = TestDatabase.connect()) {
            takeTheLead(inTheWay);
            try {
                for (var number = 1; number <= 3; number++) {
                    var unused = TestDatabase.execute("""
                            insert into outbox (id, aggregatetype, aggregateid, type, payload)
                            values (gen_random_uuid(), 'enrollment.person', ?, 'enrollment.waited.v1', '{}')""", key);
                }
                Awaitility.await().atMost(SOON).until(() -> metric("lingbao_outbox_events") == 3);
                Awaitility.await().atMost(SOON).until(() -> metric("lingbao_outbox_oldest_seconds") > 2);
            } finally {
                run(inTheWay, "select pg_advisory_unlock(" + LEAD + ")");
            }
        }
        Awaitility.await().atMost(SOON).until(() -> metric("lingbao_outbox_events") == 0);
        assertThat(metric("lingbao_outbox_oldest_seconds")).isZero();
    }

    @Test
    void parked_messages_are_counted_until_they_are_released() {
        var before = TestDatabase.number("select count(*) from parked_message where released_at is null");
        var key = UUID.randomUUID().toString();
        var unused = TestDatabase.execute("""
                insert into parked_message (consumer, key, topic, partition, record_offset, reason)
                values ('nobody', ?, 'nothing', 0, ?, 'a test')""", key, System.nanoTime());
        Awaitility.await().atMost(SOON).until(() -> metric("lingbao_parked_messages") == before + 1);
        unused = TestDatabase.execute("update parked_message set released_at = now() where key = ?", key);
        Awaitility.await().atMost(SOON).until(() -> metric("lingbao_parked_messages") == before);
    }

    /** Waits in line for the relay's lock, and then ends the relay's connection. */
    private static void takeTheLead(Connection connection) {
        var waiting = Thread.ofVirtual().start(() -> run(connection, "select pg_advisory_lock(" + LEAD + ")"));
        Awaitility.await().atMost(SOON).until(() -> {
            var unused = TestDatabase.query("""
                    select pg_terminate_backend(held.pid) from pg_locks held
                    join pg_locks waiting using (locktype, database, classid, objid, objsubid)
                    where held.granted and not waiting.granted and held.locktype = 'advisory'""");
            return waiting.join(Duration.ofMillis(200));
        });
    }

    private static void run(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            var unused = statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double metric(String name) {
        var text = given().get("/q/metrics").then().statusCode(200).extract().asString();
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
