package org.lingbao.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.platform.web.Outage;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ConnectionsTest {
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final Duration LONG_SILENCE = Duration.ofMillis(1200);
    private static final Duration ALMOST_AS_LONG = Duration.ofMillis(800);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Inject
    Vertx vertx;

    @Inject
    @LongRunning
    Pool longRunning;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void an_answer_that_never_comes_is_an_outage_and_its_connection_is_replaced() throws Exception {
        var server = URI.create(url.substring(url.indexOf("postgresql:")));
        try (var network = new Network(server.getHost(), server.getPort())) {
            var pool = Pool.newInstance(new Connections(SILENCE).create(input(network.port(), server)));
            assertThat(one(pool)).isEqualTo(1);
            network.lose(true);
            var failure = catchThrowable(() -> one(pool));
            assertThat(failure).matches(Outage::isOne);
            network.lose(false);
            Awaitility.await()
                    .ignoreExceptionsMatching(Outage::isOne) // the pool needs a moment to let go of it
                    .atMost(PATIENCE)
                    .until(() -> one(pool) == 1);
            pool.closeAndAwait();
        }
    }

    @Test
    void a_connection_that_is_silent_no_longer_than_allowed_stays() {
        var server = URI.create(url.substring(url.indexOf("postgresql:")));
        var pool = Pool.newInstance(new Connections(LONG_SILENCE).create(input(server.getPort(), server)));
        assertThat(number(pool.query("select 2 from pg_sleep(0.4)").execute())).isEqualTo(2);
        pool.closeAndAwait();
    }

    @Test
    void a_statement_has_all_the_time_on_a_connection_that_was_long_unused() {
        var server = URI.create(url.substring(url.indexOf("postgresql:")));
        var pool = Pool.newInstance(new Connections(LONG_SILENCE).create(input(server.getPort(), server)));
        var slept = pool.query("select 1")
                .execute()
                .onItem()
                .delayIt()
                .by(ALMOST_AS_LONG)
                .chain(() -> pool.query("select 2 from pg_sleep(0.8)").execute());
        assertThat(number(slept)).isEqualTo(2);
        pool.closeAndAwait();
    }

    @Test
    void a_long_statement_has_a_pool_of_its_own() {
        assertThat(one(longRunning)).isEqualTo(1);
    }

    private static int one(Pool pool) {
        return number(pool.query("select 1").execute());
    }

    private static int number(Uni<RowSet<Row>> answer) {
        return answer.await().atMost(PATIENCE).iterator().next().getInteger(0);
    }

    private PgPoolCreator.Input input(int port, URI server) {
        var options = new PgConnectOptions()
                .setHost(server.getHost())
                .setPort(port)
                .setDatabase(server.getPath().substring(1))
                .setUser(user)
                .setPassword(password);
        return new PgPoolCreator.Input() {
            @Override
            public Vertx vertx() {
                return vertx;
            }

            @Override
            public PoolOptions poolOptions() {
                return new PoolOptions().setMaxSize(1);
            }

            @Override
            public List<PgConnectOptions> pgConnectOptionsList() {
                return List.of(options);
            }
        };
    }
}
