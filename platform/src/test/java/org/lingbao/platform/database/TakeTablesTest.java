package org.lingbao.platform.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** A migration that needs two tables and a command that needs them in the other order both get them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TakeTablesTest {
    private final String suffix = UUID.randomUUID().toString().replace("-", "");
    private final String first = "a_" + suffix;
    private final String second = "b_" + suffix;

    @Test
    void who_takes_tables_all_or_none_is_in_nobodys_way() throws Exception {
        var _ = TestDatabase.execute("create table " + first + " (x int)");
        var _ = TestDatabase.execute("create table " + second + " (x int)");
        try (var command = begun();
                var migration = begun()) {
            write(command, second);
            var taken = CompletableFuture.runAsync(() -> take(migration));
            awaitAttempt();

            write(command, first);
            assertThat(taken).as("while the command is under way").isNotDone();
            command.commit();

            assertThat(taken).succeedsWithin(Duration.ofSeconds(60));
            assertThat(held()).as("both, until the migration ends").isEqualTo(2);
            migration.commit();
            assertThat(held()).isZero();
        } finally {
            var _ = TestDatabase.execute("drop table " + first + ", " + second);
        }
    }

    private void awaitAttempt() {
        await().atMost(60, SECONDS).until(() -> held() > 0);
    }

    private long held() {
        return TestDatabase.number("""
                select count(*) from pg_locks
                where mode = 'AccessExclusiveLock' and granted and relation in (cast(? as regclass), cast(? as regclass))""", first, second);
    }

    private void take(Connection migration) {
        try (var statement = migration.prepareStatement("select take_tables(?, ?)")) {
            statement.setString(1, first);
            statement.setString(2, second);
            assertThat(statement.execute()).isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Connection command, String table) throws SQLException {
        try (var statement = command.createStatement()) {
            assertThat(statement.executeUpdate("insert into " + table + " values (1)"))
                    .isEqualTo(1);
        }
    }

    private static Connection begun() throws SQLException {
        var connection = TestDatabase.connect();
        connection.setAutoCommit(false);
        return connection;
    }
}
