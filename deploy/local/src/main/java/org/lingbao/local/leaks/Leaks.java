package org.lingbao.local.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.demo.Api;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.part.Ports;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;
import org.lingbao.local.walk.ApiDocument;
import org.lingbao.local.walk.Matrix;

/** Sings a canary's secrets through every door of the running services, and searches where something of it could stay. */
public final class Leaks {
    /** Who is to be told who somebody is: a service of the cell, and the holder of a certificate and their agency. */
    private static final Map<String, Set<String>> MUST_TELL = Map.of(
            "POST /persons/{personId}/identity", Set.of("identity number", "name"),
            "GET /certificates/{number}", Set.of("identity number", "name"));

    /**
     * A partner's own reference of a payment is whatever the partner calls it: it proves the payment for ever, is told to
     * that partner and to nobody else, and stands in these tables and in the answer that is kept for it.
     */
    private static final Set<String> REFERENCES =
            Set.of("settlementReference", "voucherNumber", "serial", "batchNumber", "sequence");

    private static final Set<String> TABLES_OF_REFERENCES = Set.of("bank_credit", "expected_fund", "receipt");

    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int SHOWN = 40;
    private static final int TRIES = 150;
    private static final int AT_ONCE = 4;

    private final PortPlan ports;
    private final Cell cell;
    private final Traces traces;
    private final Canary canary;
    private final Searcher searcher;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Where what was found, and how often. */
    private final Map<String, Integer> found = new ConcurrentSkipListMap<>();

    private final LongAdder requests = new LongAdder();

    private Leaks(Home home, PortPlan ports, List<Cell> cells, long seed, PrintStream out) {
        this.ports = ports;
        this.cell = cells.getFirst();
        this.traces = new Traces(home, ports, cells);
        this.canary = Canary.of(new Random(seed));
        this.searcher = new Searcher(canary.secrets());
        this.out = out;
    }

    /**
     * Runs on the stack, which must be ready.
     *
     * @param contracts the matrix and the OpenAPI documents
     * @return the exit status: 1 when anything was found
     */
    public static int run(Home home, PortPlan ports, List<Cell> cells, Path contracts, long seed, PrintStream out) {
        return new Leaks(home, ports, cells, seed, out).run(contracts);
    }

    private int run(Path contracts) {
        var api = new Api(ports, cell);
        var world = World.of(api, canary);
        var matrix = Matrix.of(contracts);
        var operations = 0;
        for (var document : ApiDocument.all(contracts)) {
            var service = service(document.service());
            var doors = matrix.doors(document.service());
            for (var operation : document.operations()) {
                var door = doors.get(operation.name());
                if (door == null) {
                    throw new PartFailed(operation.name() + " is not in contracts/authorization.yaml.");
                }
                sing(api, new Song(service, document, operation, door, canary, callers(operation), world));
                operations++;
            }
        }
        out.println("Sung: %d requests to %d operations, with the number, name, phone and card of a canary"
                .formatted(requests.sum(), operations));
        search(String.valueOf(world.get("personId")));
        found.entrySet().stream()
                .limit(SHOWN)
                .forEach(leak -> out.println("  LEAK  " + leak.getKey()
                        + (leak.getValue() > 1 ? " (%d times)".formatted(leak.getValue()) : "")));
        out.println(found.isEmpty() ? "Nothing was found" : found.size() + " leaks were found");
        return found.isEmpty() ? 0 : 1;
    }

    /** One operation after the other, since some undo what others need; each with several requests at once. */
    private void sing(Api api, Song song) {
        try (var singers = Executors.newFixedThreadPool(AT_ONCE)) {
            var heard = new ArrayList<Future<?>>();
            song.sing(attempt -> {
                var token = attempt.caller() == null ? null : token(api, attempt.caller());
                heard.add(singers.submit(() -> hear(attempt, token)));
            });
            for (var one : heard) {
                var unused = one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PartFailed known ? known : new PartFailed(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    private static Service service(String name) {
        return Stream.of(Service.values())
                .filter(service -> service.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new PartFailed("No service is called " + name + "."));
    }

    /** All that the document lets in, and one that it does not. */
    private static List<String> callers(ApiDocument.Operation operation) {
        var callers = new ArrayList<String>();
        for (var role : operation.roles()) {
            callers.addAll(role.equals("bank") ? List.of("bank", "terminal") : List.of(role));
        }
        callers.add(operation.roles().contains("employer") ? "auditor" : "employer");
        return callers;
    }

    private String token(Api api, String caller) {
        return switch (caller) {
            case "citizen" -> api.signIn(canary.login());
            case "clerk" -> api.signIn("li.clerk");
            case "employer" -> api.signIn("chen.employer");
            case "bank" -> api.client("bank-ccb");
            case "terminal" -> api.client("terminal-370702-0001");
            case "service" -> api.client("service-transfer");
            case "tax" -> api.client("tax-21");
            default -> api.signIn(caller);
        };
    }

    private void hear(Attempt attempt, @Nullable String token) {
        var answer = send(attempt, token);
        requests.increment();
        var told = answer.statusCode() >= OK && answer.statusCode() < REDIRECTED
                ? MUST_TELL.getOrDefault(attempt.operation(), Set.of())
                : Set.<String>of();
        for (var find : searcher.in(answer.headers().map() + " " + answer.body())) {
            if (told.stream().noneMatch(find.what()::startsWith) && !isOwnReference(attempt, answer.statusCode())) {
                note("answer %d to %s: %s in \"%s\""
                        .formatted(answer.statusCode(), attempt.where(), find.what(), find.around()));
            }
        }
    }

    private static boolean isOwnReference(Attempt attempt, int status) {
        return status < REDIRECTED
                && REFERENCES.stream().anyMatch(name -> attempt.where().contains("/" + name));
    }

    private HttpResponse<String> send(Attempt attempt, @Nullable String token) {
        var uri = URI.create("http://" + Ports.HOST + ":" + ports.service(cell, attempt.service()) + attempt.target());
        var request = HttpRequest.newBuilder(uri)
                .method(
                        attempt.method(),
                        attempt.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(attempt.body(), UTF_8));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        attempt.headers().forEach(request::setHeader);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new PartFailed(attempt.service().text() + " did not answer " + attempt.where() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    /** The canary's opaque id must be found in tables and topics: else the search would be blind there. */
    private void search(String personId) {
        for (var tries = 0; traces.unpublished() > 0 && tries < TRIES; tries++) {
            Pause.millis(200);
        }
        var logs = new Look(searcher, "started in");
        traces.logs(logs::read);
        var tables = new Look(searcher, personId);
        traces.tables(tables::read);
        var topics = new Look(searcher, personId);
        traces.topics(topics::read);
        var talk = new Look(searcher, "http_server_requests_seconds_count");
        traces.talk(http, talk::read);
        Stream.of(logs, tables, topics, talk)
                .flatMap(look -> look.finds().stream())
                .filter(find -> !isKeptReference(find))
                .forEach(this::note);
        out.println("Searched: %d logs, %d rows of tables, %d records of topics, %d pages of metrics and health"
                .formatted(logs.texts(), tables.texts(), topics.texts(), talk.texts()));
        if (!logs.sees() || !tables.sees() || !topics.sees() || !talk.sees()) {
            throw new PartFailed(
                    "The search does not find what must be there, so it proves nothing: logs %s, tables %s,"
                                    .formatted(logs.sees(), tables.sees())
                            + " topics %s, metrics %s.".formatted(topics.sees(), talk.sees()));
        }
    }

    /** In its own table, or in the answer that is kept for the bureau that sent it. */
    private static boolean isKeptReference(String find) {
        return TABLES_OF_REFERENCES.stream().anyMatch(name -> find.startsWith("table " + name + " "))
                || find.startsWith("table idempotency ") && find.contains("\"\"voucherNumber\"\":\"\"…");
    }

    private void note(String leak) {
        var unused = found.merge(leak, 1, Integer::sum);
    }
}
