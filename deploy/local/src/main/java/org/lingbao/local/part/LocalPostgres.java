package org.lingbao.local.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL server on the loopback interface. It ends with this JVM, however this JVM ends. */
public final class LocalPostgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;

    /** What a commit is worth. */
    public enum Commits {
        /** On disk before it is acknowledged: for {@code up} and for everything that is killed on purpose. */
        DURABLE,
        /** Lost with the machine, not with the process: for tests. */
        FAST
    }

    /** Where a database is and who may use it. */
    public record Database(int port, String name, String user, String password) {
        public String jdbcUrl() {
            return "jdbc:postgresql://" + Ports.HOST + ":" + port + "/" + name;
        }

        /** The form that the reactive client reads. */
        public String reactiveUrl() {
            return "postgresql://" + Ports.HOST + ":" + port + "/" + name;
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl(), user, password);
        }

        /** Passwords stay out of logs. */
        @Override
        public String toString() {
            return user + "@" + jdbcUrl();
        }
    }

    /**
     * One database, as the two that use it.
     *
     * @param owner who migrates it: the tables are its own
     * @param service as whom the running service works: what it may do is granted by the migration
     */
    public record Roles(Database owner, Database service) {
        /** For a release that knows of one role only. */
        public Roles ownerAlone() {
            return new Roles(owner, owner);
        }
    }

    private final Watched server;
    private final Database admin;

    private LocalPostgres(Watched server, Database admin) {
        this.server = server;
        this.admin = admin;
    }

    /**
     * Starts the server whose data is in {@code home/data}; makes it when it is not there.
     *
     * @param program where the unpacked PostgreSQL is or shall be
     */
    public static LocalPostgres start(Path program, Path home, Path log, int port, Commits commits) {
        try {
            Files.createDirectories(home);
            var bin = PostgresBinaries.unpack(program).resolve("bin");
            var data = home.resolve("data");
            var account = UnprivilegedAccount.forOwnerOf(home);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(bin, home, data, log, account, commits);
            }
            removeForeignPid(data);
            var words = new ArrayList<>(account.prefix());
            words.addAll(List.of(bin.resolve("postgres").toString(), "-D", data.toString()));
            settings(port, commits).forEach((key, value) -> words.addAll(List.of("-c", key + "=" + value)));
            var password = Files.readString(passwordFile(home), UTF_8).strip();
            return launch(words, home, log, new Database(port, SUPERUSER, SUPERUSER, password));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot use " + home, e);
        }
    }

    /** More than once, because the last processes of a server that was killed may still be going. */
    private static LocalPostgres launch(List<String> words, Path home, Path log, Database admin) {
        for (int attempt = 1; ; attempt++) {
            var server = Watched.start(words, Map.of(), home, log, Watched.Stop.INT);
            if (ready(server, admin)) {
                return new LocalPostgres(server, admin);
            }
            server.close();
            if (attempt == ATTEMPTS) {
                throw new PartFailed("PostgreSQL did not start; its log is " + log);
            }
            Pause.millis(1000);
        }
    }

    private static Map<String, String> settings(int port, Commits commits) {
        var durable = commits == Commits.DURABLE ? "on" : "off";
        return Map.of(
                "port",
                Integer.toString(port),
                "listen_addresses",
                Ports.HOST,
                "unix_socket_directories",
                "",
                "max_connections",
                "200",
                "shared_buffers",
                "128MB",
                "max_wal_size",
                "1GB",
                "fsync",
                durable,
                "synchronous_commit",
                durable,
                "full_page_writes",
                durable);
    }

    private static void initialise(
            Path bin, Path home, Path data, Path log, UnprivilegedAccount account, Commits commits) throws IOException {
        var password = passwordFile(home);
        Files.writeString(password, Secrets.password() + "\n", UTF_8);
        account.own(password);
        // initdb writes beside the final name, so that a power cut leaves no half-made cluster under it.
        var unfinished = Files.createTempDirectory(home, "data-unfinished");
        account.own(unfinished);
        var words = new ArrayList<>(account.prefix());
        words.addAll(List.of(bin.resolve("initdb").toString(), "-D", unfinished.toString()));
        words.addAll(List.of("-U", SUPERUSER, "--auth=scram-sha-256", "--pwfile=" + password));
        words.addAll(List.of("--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"));
        if (commits == Commits.FAST) {
            words.add("--no-sync");
        }
        var initdb = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .directory(home.toFile())
                .start();
        try {
            if (!initdb.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                throw new PartFailed("PostgreSQL could not make its data directory; its log is " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            initdb.destroyForcibly();
            throw new PartFailed("interrupted while PostgreSQL made its data directory", e);
        }
        Files.move(unfinished, data);
    }

    private static Path passwordFile(Path home) {
        return home.resolve("superuser.password");
    }

    /**
     * After a power cut the old pid may belong to any program, and PostgreSQL would wait for it. A pid that nobody has
     * is PostgreSQL's own affair: it knows whether processes of the old server are left.
     */
    private static void removeForeignPid(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var line = Files.readAllLines(file, UTF_8).stream().findFirst().orElse("0");
        var owner = ProcessHandle.of(Long.parseLong(line.strip())).map(ProcessHandle::info);
        if (owner.isEmpty()) {
            return;
        }
        if (owner.get()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent()) {
            throw new PartFailed("Another PostgreSQL (pid " + line.strip() + ") still uses " + data
                    + "; end it first, then try again.");
        }
        Files.delete(file);
    }

    /** @return whether it takes connections; no when it ended instead, or took too long */
    private static boolean ready(Watched server, Database admin) {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (server.alive() && System.nanoTime() < deadline) {
            try (var connection = admin.connect()) {
                return connection.isValid(5);
            } catch (SQLException notYet) {
                Pause.millis(50);
            }
        }
        return false;
    }

    /** {@link #makeDatabase} on this server. */
    public Roles database(String name) {
        return makeDatabase(admin, name);
    }

    /**
     * Makes a database and its two roles when they are not there, and gives the roles new passwords. The owner sees what
     * the service's connections wait for, and may end them.
     */
    public static Roles makeDatabase(Database admin, String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,54}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (var connection = admin.connect();
                var statement = connection.createStatement()) {
            var owner = new Database(admin.port(), name, name, role(connection, name));
            var user = serviceOf(name);
            var service = new Database(admin.port(), name, user, role(connection, user));
            statement.execute("grant " + user + " to " + name);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + name);
            }
            return new Roles(owner, service);
        } catch (SQLException e) {
            throw new PartFailed("PostgreSQL could not make the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** The role of the running service whose database this is. */
    public static String serviceOf(String database) {
        return database + "_service";
    }

    /** @return its new password */
    private static String role(Connection connection, String name) throws SQLException {
        var password = Secrets.password();
        var there = exists(connection, "select 1 from pg_roles where rolname = ?", name);
        try (var statement = connection.createStatement()) {
            // Neither names nor passwords can be parameters here; both consist of letters, digits and _ only.
            statement.execute((there ? "alter" : "create") + " role " + name + " login password '" + password + "'");
        }
        return password;
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** A database of the server that runs on this home, as its superuser. */
    public static Database administered(Path home, int port, String name) {
        try {
            var password = Files.readString(passwordFile(home), UTF_8).strip();
            return new Database(port, name, SUPERUSER, password);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL has no data in " + home, e);
        }
    }

    /** The superuser's own database. */
    public Database admin() {
        return admin;
    }

    public long pid() {
        return server.pid();
    }

    public boolean alive() {
        return server.alive();
    }

    @Override
    public void close() {
        server.close();
    }
}
