package org.lingbao.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lingbao.local.part.ExchangeKeys;
import org.lingbao.local.part.JobCodeKeys;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.Ports;
import org.lingbao.local.part.Secrets;
import org.lingbao.local.part.Topics;

/**
 * Real PostgreSQL, Kafka and tokens for a {@code @QuarkusTest}: {@code @QuarkusTestResource(TestStack.class)}. The
 * servers are shared by the whole build; the database, its roles, the topics and the keys are this run's own.
 * {@link TestTokens}, {@link TestDatabase} and {@link TestTopics} speak to the same run.
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {
    /** The first business day of every run. */
    public static final String FIRST_DAY = "2026-09-01";

    private static final String CELL = "37";

    @Override
    public Map<String, String> start() {
        var stack = SharedStack.join();
        var run = "t" + UUID.randomUUID().toString().substring(0, 8);
        var database = LocalPostgres.makeDatabase(stack.admin(), run);
        var prefix = CELL + "-" + run + ".";
        Topics.create(stack.bootstrap(), prefix);
        publish(stack, database, prefix);
        var keys = keys(stack, run);
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.datasource.username", database.service().user()),
                Map.entry("quarkus.datasource.password", database.service().password()),
                Map.entry("quarkus.datasource.reactive.url", database.service().reactiveUrl()),
                Map.entry("quarkus.datasource.jdbc.url", database.owner().jdbcUrl()),
                Map.entry("quarkus.flyway.username", database.owner().user()),
                Map.entry("quarkus.flyway.password", database.owner().password()),
                Map.entry("kafka.bootstrap.servers", stack.bootstrap()),
                Map.entry("quarkus.oidc.auth-server-url", stack.issuer()),
                Map.entry("lingbao.client.secret", "lingbao"),
                Map.entry("lingbao.transfer.payee", "中国建设银行潍坊分行 37050167000000000001"),
                Map.entry("lingbao.cell", CELL),
                Map.entry("lingbao.topic-prefix", prefix),
                Map.entry("lingbao.keys", keys.toString()),
                Map.entry(
                        "lingbao.exchange.keys",
                        exchangeKeys(keys.resolve("exchange")).toString()),
                Map.entry("lingbao.business-day.movable", "true"),
                Map.entry("lingbao.business-day.start", FIRST_DAY));
    }

    /** System properties, because Quarkus runs the tests in another class loader than this resource. */
    private static void publish(StackState stack, LocalPostgres.Roles database, String prefix) {
        Map.of(
                        TestRun.JDBC_URL, database.owner().jdbcUrl(),
                        TestRun.USER, database.owner().user(),
                        TestRun.PASSWORD, database.owner().password(),
                        TestRun.SERVICE, database.service().user(),
                        TestRun.SERVICE_PASSWORD, database.service().password(),
                        TestRun.BOOTSTRAP, stack.bootstrap(),
                        TestRun.PREFIX, prefix,
                        TestRun.ISSUER, stack.issuer(),
                        TestRun.ISSUER_KEY, stack.issuerKey())
                .forEach(System::setProperty);
    }

    private static Path keys(StackState stack, String run) {
        try {
            var directory = Path.of(stack.issuerKey()).resolveSibling("keys").resolve(run);
            Secrets.cellKeys(directory);
            var jobCodes = JobCodeKeys.make(directory);
            assert jobCodes.startsWith(directory);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make keys", e);
        }
    }

    /** The service under test is Shandong; whoever a test plays is Liaoning. */
    private static Path exchangeKeys(Path folder) {
        try {
            var port = Ports.free();
            var own = new ExchangeKeys.Member("370000", folder.resolve("37"), "http://" + Ports.HOST);
            var partner = new ExchangeKeys.Member(
                    TestExchange.PARTNER, folder.resolve("21"), "http://" + Ports.HOST + ":" + port);
            ExchangeKeys.make(List.of(own, partner), Clock.systemUTC());
            Map.of(TestRun.EXCHANGE, folder.toString(), TestRun.EXCHANGE_PORT, Integer.toString(port))
                    .forEach(System::setProperty);
            return own.folder();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the keys of the exchange", e);
        }
    }

    /** Nothing to do: database, topics and keys go with the stack when the build ends. */
    @Override
    public void stop() {}
}
