package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lingbao.local.demo.Reply;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.part.Ports;
import org.lingbao.local.stack.Service;

/**
 * A register is taken over, part by part over HTTP: read, checked, sealed, indexed, written with its events and reported; against
 * {@code COPY} and {@code INSERT … SELECT} of the very same rows, sealed before. Afterwards the figures of all areas are asked for.
 */
final class ImportContest implements Contest {
    private static final double GOAL = 0.20;
    /** One part is read and sealed while the one before is written. */
    private static final int CONNECTIONS = 2;

    private static final int WARM_UP = 100_000;
    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final int ASKED = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ground ground;
    private final Sql sql;
    private final Population population;
    private final RawImport raw;
    private final int persons;
    private final Processor all;
    private final Processor database;
    private String takeover = "";
    private int taken;

    ImportContest(Ground ground, int persons) {
        this.ground = ground;
        this.persons = persons;
        this.sql = new Sql(ground);
        this.all = new Processor(ground, Ground.DATABASE_PART, ground.servicePart(), Ground.BROKER_PART);
        this.database = new Processor(ground, Ground.DATABASE_PART);
        ground.say("writing the register of %,d persons", persons);
        this.population = Population.write(ground.home().data("register.csv"), sql, persons);
        this.raw = new RawImport(sql, ground.home().data("sealed.copy"), persons - Population.wrong(persons));
    }

    @Override
    public String unit() {
        return "lines";
    }

    @Override
    public double goal() {
        return GOAL;
    }

    /** The first time it only warms up, with fewer. */
    @Override
    public Run ours() {
        var parts = taken == 0 ? Math.min(population.parts(), WARM_UP / Population.LINES_A_PART) : population.parts();
        taken = Math.min(persons, parts * Population.LINES_A_PART);
        forget();
        takeover = begin(parts);
        var workers =
                IntStream.range(0, CONNECTIONS).mapToObj(one -> new Sender()).toList();
        try {
            var used = Used.now(all);
            var took = Crew.work(workers, parts);
            var run = used.since(taken, took, "");
            ground.say("over HTTP: %,.0f lines a second", run.perSecond());
            return run;
        } finally {
            workers.forEach(Sender::close);
        }
    }

    /** Nobody is registered, and nothing is kept of whom there was. */
    private void forget() {
        sql.execute("set session_replication_role = replica"); // audits cannot be emptied otherwise
        sql.execute(
                "truncate person, takeover, insured_change, insured_month, insured_year, person_uncompared, outbox cascade");
        sql.execute("reset session_replication_role");
        sql.execute("vacuum analyze person", "vacuum analyze relation", "vacuum analyze person_area", "checkpoint");
    }

    private String begin(int parts) {
        var api = ground.api();
        return api.post(
                        Service.ENROLLMENT,
                        "/takeovers",
                        api.signIn("operator"),
                        UUID.randomUUID().toString(),
                        Map.of("area", "370000", "origin", "BENCH", "parts", parts))
                .expect(201)
                .text("takeoverId");
    }

    /** One connection, with a token that is never old: one lives for half an hour. */
    private final class Sender implements Crew.Worker {
        private final Line line = new Line(ground.port());
        private String token = ground.api().signIn("operator");
        private long since = System.nanoTime();

        @Override
        public void work(int piece) throws IOException {
            if (System.nanoTime() - since > PATIENCE.dividedBy(3).toNanos()) {
                token = ground.api().signIn("operator");
                since = System.nanoTime();
            }
            var body = population.part(piece);
            var head = head("PUT", "/takeovers/" + takeover + "/parts/" + (piece + 1), token)
                    + "Content-Type: text/csv\r\nContent-Length: " + body.length + "\r\n\r\n";
            var request = new ByteArrayOutputStream(head.length() + body.length);
            request.writeBytes(head.getBytes(UTF_8));
            request.writeBytes(body);
            var answer = line.ask(request.toByteArray());
            while (answer.status() == BUSY) {
                Pause.millis(50);
                answer = line.ask(request.toByteArray());
            }
            var unused = answer.expect(OK);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private String head(String method, String path, String token) {
        return "%s %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\nAccept: application/json\r\n"
                .formatted(method, path, Ports.HOST, ground.port(), token);
    }

    @Override
    public Run raw() {
        raw.restore();
        sql.execute("truncate person_uncompared"); // nobody compares persons while this is measured
        var used = Used.now(database);
        var took = raw.work();
        var run = used.since(persons, took.all(), "");
        raw.prove();
        ground.say(
                "raw: %,.0f lines a second, COPY alone %,.0f",
                run.perSecond(), persons * 1e9 / took.copy().toNanos());
        return run;
    }

    /** The figures are asked for first, before anything has read what was written; then everything is counted. */
    @Override
    public void gate() {
        figures();
        var wrong = Population.wrong(taken);
        var good = taken - wrong;
        var report = report();
        for (var expected : Map.of("lines", taken, "wrong", wrong, "persons", good, "relations", good, "known", 0)
                .entrySet()) {
            expect(Long.parseLong(report.text(expected.getKey())), expected.getValue(), expected.getKey());
        }
        expect(report.body().path("missing").size(), 0, "parts that are missing");
        if (wrong > 0) {
            var unused = report.with("reasons/0/code", "TAKEOVER_LINE_MONTH").with("reasons/0/lines", "" + wrong);
        }
        expect(
                sql.number(
                        "select count(*) from person p join relation r on r.person_id = p.id and r.to_month is null"),
                good,
                "persons with a relation");
        expect(sql.number("select count(distinct identity_index) from person"), good, "numbers");
        awaitEvents();
        if (!ask("/figures/insured/check").path("agrees").asBoolean()) {
            throw new PartFailed(
                    "The figures are not what the relations come to; GET /figures/insured/check tells where.");
        }
    }

    private Reply report() {
        var api = ground.api();
        return api.get(Service.ENROLLMENT, "/takeovers/" + takeover, api.signIn("operator"))
                .expect(OK);
    }

    private void figures() {
        for (var area : sql.rows(
                "select code from organisation where code like '37__00' order by code", row -> row.getString(1))) {
            var millis = LongStream.range(0, ASKED)
                    .map(one -> millis("/figures/insured?area=" + area))
                    .sorted()
                    .toArray();
            if (area.equals("370000") || area.equals(Town.PLACE)) {
                ground.say("figures of %s: %d ms, of %d times", area, millis[ASKED / 2], ASKED);
            }
            if (millis[ASKED / 2] > PROMISED.toMillis()) {
                throw new PartFailed("The figures of %s took %d ms; %d were promised"
                        .formatted(area, millis[ASKED / 2], PROMISED.toMillis()));
            }
        }
        var told = ask("/figures/insured?area=370000")
                .path("total")
                .path("pensionInsured")
                .asLong();
        expect(told, taken - Population.wrong(taken), "insured persons of the province");
    }

    private long millis(String path) {
        var begun = System.nanoTime();
        var unused = ask(path);
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private JsonNode ask(String path) {
        var token = ground.api().signIn("auditor");
        try (var line = new Line(ground.port(), PATIENCE)) {
            return JSON.readTree(line.ask((head("GET", path, token) + "\r\n").getBytes(UTF_8))
                    .expect(OK)
                    .body());
        } catch (IOException e) {
            throw new PartFailed("The service hung up: " + e.getMessage(), e);
        }
    }

    /** The relay has more to do than the import: some events of each person. */
    private void awaitEvents() {
        var left = sql.number("select count(*) from outbox");
        while (left > 0) {
            ground.say("%,d events are not published yet", left);
            Pause.millis(2000);
            var now = sql.number("select count(*) from outbox");
            if (now >= left) {
                sql.awaitOutbox();
            }
            left = now;
        }
    }

    private static void expect(long found, long wanted, String what) {
        if (found != wanted) {
            throw new PartFailed("%,d instead of %,d %s".formatted(found, wanted, what));
        }
    }
}
