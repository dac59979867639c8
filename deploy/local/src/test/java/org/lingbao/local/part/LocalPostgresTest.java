package org.lingbao.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    private static final int LIMIT_SECONDS = 60;

    @TempDir
    Path directory = Path.of("");

    /** A JVM that starts PostgreSQL, commits a row, tells the server's pid and waits to be killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws IOException, SQLException {
            var home = Path.of(arguments[0]);
            var postgres = start(home);
            try (var connection = postgres.database("kept").owner().connect();
                    var statement = connection.createStatement()) {
                statement.execute("create table receipt (fen bigint)");
                statement.execute("insert into receipt values (91460)");
            }
            Files.writeString(home.resolve("pid"), Long.toString(postgres.pid()) + "\n");
            Pause.millis(TimeUnit.MINUTES.toMillis(5));
        }
    }

    private static LocalPostgres start(Path home) {
        var log = home.resolve("postgres.log");
        return LocalPostgres.start(
                home.resolve("program"), home.resolve("db"), log, Ports.free(), LocalPostgres.Commits.DURABLE);
    }

    @Test
    void a_server_ends_with_its_killed_jvm_and_keeps_what_was_committed() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jvm = new ProcessBuilder(List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        directory.toString()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("jvm.log").toFile())
                .start();
        var server = ProcessHandle.of(pid(jvm)).orElseThrow();
        assertThat(server.isAlive()).isTrue();

        assertThat(jvm.destroyForcibly().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                .isTrue();

        assertThat(server.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS).isAlive())
                .isFalse();
        try (var again = start(directory);
                var connection = again.database("kept").owner().connect();
                var rows = connection.createStatement().executeQuery("select fen from receipt")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isEqualTo(91460);
        }
    }

    private long pid(Process jvm) throws IOException {
        var file = directory.resolve("pid");
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!Files.exists(file) || !Files.readString(file).endsWith("\n")) {
            assertThat(jvm.isAlive() && System.nanoTime() < deadline)
                    .as(() -> log())
                    .isTrue();
            Pause.millis(50);
        }
        return Long.parseLong(Files.readString(file).strip());
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("jvm.log"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
