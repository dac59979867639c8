package org.lingbao.contribution.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lingbao.contribution.story.Story.as;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestTokens;

/** Entry sets as rows, of money that never arrived; whoever makes them takes them away, for the ledger does not prove itself with them. */
final class MadeUpSets {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String BANK = "made-up";
    private static final List<String> TABLES = List.of("entry", "entry_set", "bank_credit", "chain_link", "chain_head");

    private static final String CREDIT = """
            insert into bank_credit (bank_credit_id, bank, serial, reference, amount_fen, value_date, body_hash, booked_on,
                                     outcome)
            values (?, 'made-up', ?, 'none', 1, '2026-09-01', '', '2026-09-01', 'SUSPENDED')""";

    private static final String SET = """
            insert into entry_set (entry_set_id, kind, bank_credit_id, day) values (?, 'ARRIVAL', ?, cast(? as date))""";

    private static final String ENTRIES = """
            insert into entry (entry_set_id, line, account_kind, account_owner, account_shard, amount_fen, day, person_id)
            select cast(? as uuid), line, kind, owner, 0, fen, date '2026-09-01', cast(person as uuid)
            from unnest(cast(? as int[]), cast(? as text[]), cast(? as text[]), cast(? as bigint[]), cast(? as text[]))
                e(line, kind, owner, fen, person)""";

    private MadeUpSets() {}

    /** A set of two entries. */
    static UUID one() {
        try (var connection = TestDatabase.connect()) {
            return one(connection, "CCB");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static UUID one(Connection connection, String owner) throws SQLException {
        return write(connection, "2026-09-01", new String[] {owner, owner}, new Long[] {100L, -100L});
    }

    /** A set with any number of entries, owners of any letters and amounts of any size. */
    static UUID any(Connection connection, Random random) throws SQLException {
        var size = 2 + random.nextInt(5);
        var owners = IntStream.range(0, size).mapToObj(i -> letters(random)).toArray(String[]::new);
        var fen =
                random.longs(size - 1L, 1, 1L << random.nextInt(8, 50)).boxed().collect(Collectors.toList());
        fen.add(-fen.stream().mapToLong(Long::longValue).sum());
        return write(
                connection,
                "%04d-02-%02d".formatted(random.nextInt(1, 9999), random.nextInt(1, 29)),
                owners,
                fen.toArray(Long[]::new));
    }

    private static String letters(Random random) {
        return random.ints(random.nextInt(12), 1, Character.MAX_CODE_POINT)
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '\n' : point)
                .mapToObj(point -> random.nextBoolean() ? Character.toString(point) : "账 \t\"\\/1:\n")
                .collect(Collectors.joining());
    }

    private static UUID write(Connection connection, String day, String[] owners, Long[] fen) throws SQLException {
        var credit = UUID.randomUUID();
        var set = UUID.randomUUID();
        run(connection, CREDIT, credit, credit.toString());
        run(connection, SET, set, credit, day);
        run(
                connection,
                ENTRIES,
                set,
                connection.createArrayOf(
                        "int4", IntStream.range(1, fen.length + 1).boxed().toArray()),
                connection.createArrayOf(
                        "text",
                        IntStream.range(0, fen.length).mapToObj(i -> "SUSPENSE").toArray()),
                connection.createArrayOf("text", owners),
                connection.createArrayOf("int8", fen),
                connection.createArrayOf(
                        "text",
                        IntStream.range(0, fen.length)
                                .mapToObj(i -> i % 2 == 0 ? UUID.randomUUID().toString() : null)
                                .toArray()));
        return set;
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var unused = statement.executeUpdate();
        }
    }

    /** As somebody does it who may do everything with the database: no trigger and no privilege is in the way. */
    static void tamper(String... statements) {
        TABLES.forEach(table -> run("grant update, delete on %s to current_user".formatted(table)));
        TABLES.forEach(table -> run("alter table %s disable trigger user".formatted(table)));
        List.of(statements).forEach(MadeUpSets::run);
        TABLES.forEach(table -> run("alter table %s enable trigger user".formatted(table)));
    }

    private static void run(String statement) {
        var unused = TestDatabase.execute(statement);
    }

    /** Takes away all that is made up, and every seal after a position: what is real is sealed again when it is asked for. */
    static void forget(long position) {
        tamper(
                "delete from entry where entry_set_id in (select entry_set_id from entry_set join bank_credit using (bank_credit_id) where bank = '"
                        + BANK + "')",
                "delete from entry_set where bank_credit_id in (select bank_credit_id from bank_credit where bank = '"
                        + BANK + "')",
                "delete from bank_credit where bank = '" + BANK + "'",
                "delete from chain_link where position > " + position,
                "delete from chain_head where position > " + position);
    }

    /** The export, as an auditor gets it. */
    static List<String> exportAfter(long position) {
        var answer = as(TestTokens.of("auditor")).get("/ledger/chain?after={after}", position);
        return new String(answer.then().statusCode(200).extract().asByteArray(), UTF_8)
                .lines()
                .toList();
    }

    static long head() {
        return TestDatabase.number("select coalesce(max(position), 0) from chain_link");
    }

    /** Whatever else has to do with the database at this moment ends soon. */
    static void awaitDue() {
        Awaitility.await().atMost(LONG).until(() -> TestDatabase.number("""
                        select count(*) from entry_set where written_in >= pg_snapshot_xmin(pg_current_snapshot())""") == 0);
    }

    static List<UUID> sealedSince(long start) {
        return TestDatabase.query("select entry_set_id from chain_link where position > ? order by position", start)
                .stream()
                .map(row -> UUID.fromString(String.valueOf(row.get("entry_set_id"))))
                .toList();
    }

    /** What the ledger's own proof says, with the set. */
    static List<String> ledgerFindings() {
        return as(TestTokens.of("auditor"))
                .get("/ledger/check")
                .jsonPath()
                .<Map<String, String>>getList("findings")
                .stream()
                .map(finding -> finding.get("kind") + " " + finding.get("entrySetId"))
                .toList();
    }
}
