package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lingbao.local.part.LocalIssuer;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

/**
 * Workers look at their own statement (权益记录): balance and twelve paid months; against asking the same service, with the same
 * tokens, what it takes them for, which it answers without looking anything up.
 */
final class ReadContest implements Contest {
    private static final double GOAL = 0.30;
    private static final int PERSONS = 5000;
    private static final int CITIZENS = 64;
    private static final int CONNECTIONS = 16;
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ground ground;
    private final Sql sql;
    private final Processor processor;
    private final int requests;
    private final List<UUID> persons;
    private List<Asked> statements = List.of();

    ReadContest(Ground ground, int requests) {
        this.ground = ground;
        this.requests = requests;
        this.sql = new Sql(ground);
        this.processor = new Processor(ground, Ground.DATABASE_PART, ground.servicePart());
        ground.say("making %,d persons with %d paid months each", PERSONS, History.MONTHS);
        Town.settle(sql, PERSONS);
        History.write(sql, Town.rates(ground.api()), PERSONS);
        this.persons = sql.rows("select person_id from plan limit " + CITIZENS, row -> row.getObject(1, UUID.class));
        var tokens = tokens();
        for (var one = 0; one < CITIZENS; one++) {
            link(tokens.get(one), persons.get(one));
        }
    }

    /** A request, and what was answered to it first. */
    private record Asked(byte[] request, byte[] answer) {}

    @Override
    public String unit() {
        return "requests";
    }

    @Override
    public double goal() {
        return GOAL;
    }

    @Override
    public String bound() {
        return "hello";
    }

    @Override
    public Run ours() {
        statements = asked(one -> "/persons/" + persons.get(one) + "/statement?scheme=EMPLOYEE");
        return run("statement", statements);
    }

    @Override
    public Run raw() {
        return run("hello", asked(one -> "/caller"));
    }

    private List<String> tokens() {
        var api = ground.api();
        return IntStream.range(0, CITIZENS)
                .mapToObj(one -> api.signIn("citizen-" + (one + 1)))
                .toList();
    }

    /** As an event of enrollment would. */
    private void link(String token, UUID person) {
        var claims = json(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        var linked = sql.rows(
                "insert into login (issuer, subject, person_id) values (?, ?, ?) returning person_id",
                row -> row.getObject(1, UUID.class),
                LocalIssuer.issuerAt(ground.ports().issuer()),
                claims.path("sub").asText(),
                person);
        assert linked.equals(List.of(person));
    }

    /** Asks once for each citizen. */
    private List<Asked> asked(Function<Integer, String> path) {
        var tokens = tokens();
        try (var line = new Line(ground.port())) {
            var asked = new ArrayList<Asked>();
            for (var one = 0; one < CITIZENS; one++) {
                var request = """
                        GET %s HTTP/1.1\r
                        Host: %s:%d\r
                        Authorization: Bearer %s\r
                        Accept: application/json\r
                        \r
                        """.formatted(path.apply(one), Ports.HOST, ground.port(), tokens.get(one))
                        .getBytes(UTF_8);
                asked.add(new Asked(request, line.ask(request).expect(OK).body()));
            }
            return asked;
        } catch (IOException e) {
            throw new PartFailed("The service did not answer: " + e.getMessage(), e);
        }
    }

    private Run run(String how, List<Asked> asked) {
        var workers = IntStream.range(0, CONNECTIONS)
                .mapToObj(one -> new Reader(new Line(ground.port()), asked))
                .toList();
        try {
            var used = Used.now(processor);
            var run = used.since(requests, Crew.work(workers, requests), "");
            ground.say("%s: %,.0f a second", how, run.perSecond());
            return run;
        } finally {
            workers.forEach(Reader::close);
        }
    }

    /** Is shown the same each time. */
    private record Reader(Line line, List<Asked> asked) implements Crew.Worker {
        @Override
        public void work(int piece) throws IOException {
            var one = asked.get(piece % asked.size());
            var answer = line.ask(one.request()).expect(OK).body();
            if (!Arrays.equals(answer, one.answer())) {
                throw new PartFailed("The service answered " + new String(answer, UTF_8) + " instead of "
                        + new String(one.answer(), UTF_8));
            }
        }

        @Override
        public void close() {
            line.close();
        }
    }

    /** Each statement shows its person, twelve months, and what is in the account by the ledger. */
    @Override
    public void gate() {
        for (var one = 0; one < CITIZENS; one++) {
            var statement = json(statements.get(one).answer());
            var fen = sql.number(
                    "select balance_fen from account_balance where account_kind = 'PERSON' and account_owner = ?",
                    persons.get(one) + "/EMPLOYEE");
            if (!statement.path("personId").asText().equals(persons.get(one).toString())
                    || statement.path("months").size() != History.MONTHS
                    || !statement.path("accountBalance").asText().equals(Till.yuan(fen))) {
                throw new PartFailed("A statement is not right: " + statement);
            }
        }
        ground.proveLedger();
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new PartFailed("This is no JSON: " + new String(text, UTF_8), e);
        }
    }
}
