package org.lingbao.local.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** The walk finds every door that is wrong, here at a service that has one of each kind. */
class WalkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWNER = TestTokens.subject("citizen-1");
    private static @Nullable HttpServer service;

    @BeforeAll
    static void start() throws IOException {
        var unused = new TestStack().start();
        var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/", WalkTest::answer);
        started.start();
        service = started;
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.stop(0);
        }
    }

    @Test
    void a_door_that_is_as_the_matrix_says_is_not_complained_of() {
        assertThat(found("GET /right/{thing}: {citizen: [200, 404]}")).isEmpty();
        assertThat(found("GET /open: {open: 200}")).isEmpty();
    }

    @Test
    void a_door_that_lets_in_whom_the_matrix_does_not_name_is_found() {
        assertThat(found("GET /right/{thing}: {operator: 200}"))
                .anyMatch(line -> line.startsWith("GET /right/{thing}, own citizen: 200 instead of 403"))
                .anyMatch(line -> line.startsWith("GET /right/{thing}, own operator: 403 instead of 200"));
    }

    @Test
    void a_door_that_shows_what_is_anothers_is_found() {
        assertThat(found("GET /careless/{thing}: {citizen: [200, 404]}"))
                .anyMatch(line -> line.startsWith("GET /careless/{thing}, other citizen: 200 instead of 404"))
                .anyMatch(line -> line.startsWith("GET /careless/{thing}, lost citizen: 200 instead of 404"));
    }

    @Test
    void a_door_that_tells_what_is_anothers_from_what_is_not_there_is_found() {
        assertThat(found("GET /telling/{thing}: {citizen: [200, 404]}"))
                .anyMatch(line -> line.startsWith("GET /telling/{thing}, other citizen: told from what is not there"));
    }

    @Test
    void a_list_that_shows_what_is_anothers_is_found_and_so_is_one_that_hides_what_is_ones_own() {
        assertThat(found("GET /list: {query: 'for={thing}', citizen: [200, empty]}"))
                .anyMatch(line -> line.startsWith("GET /list, other citizen: is not empty"));
        assertThat(found("GET /bare: {query: 'for={thing}', citizen: [200, empty]}"))
                .anyMatch(line -> line.startsWith("GET /bare, own citizen: is not shown what is theirs"));
    }

    @Test
    void a_door_without_a_lock_and_a_refusal_without_words_are_found() {
        assertThat(walk("GET /open: {operator: 200}").withoutAGoodToken())
                .contains("GET /open, no token: 200 instead of 401: {}");
        assertThat(walk("GET /mute: {operator: 200}").withoutAGoodToken())
                .contains("GET /mute, no token: a refusal without words: ");
    }

    private static List<String> found(String line) {
        return walk(line).asEveryCaller();
    }

    private static Walk walk(String line) {
        try {
            var matrix = new Matrix(new YAMLMapper().readTree("alpha:\n  " + line));
            var port = Objects.requireNonNull(service).getAddress().getPort();
            return new Walk(matrix, "alpha", port, WalkTest::world);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static World world() {
        return new World()
                .thing("thing", () -> "777")
                .citizens(() -> TestTokens.of("citizen-1"), () -> TestTokens.of("citizen-2"));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var there = exchange.getRequestURI().toString().contains("777");
        var claims = claims(exchange);
        var citizen = claims.at("/realm_access/roles").toString().contains("citizen");
        var owner = claims.path("sub").asText().equals(OWNER);
        switch (path.split("/")[1]) {
            case "open" -> send(exchange, 200, "{}");
            case "mute" -> send(exchange, 401, "");
            case "careless" -> send(exchange, citizen ? 200 : 403, citizen ? "{\"thing\": \"777\"}" : "\"FORBIDDEN\"");
            case "list" -> send(exchange, citizen ? 200 : 403, citizen ? "[777]" : "\"FORBIDDEN\"");
            case "bare" -> send(exchange, citizen ? 200 : 403, citizen ? "[]" : "\"FORBIDDEN\"");
            default -> {
                var telling = path.startsWith("/telling") && there;
                var status = !citizen ? 403 : there && owner ? 200 : 404;
                send(exchange, status, status == 403 ? "\"FORBIDDEN\"" : telling ? "\"not yours\"" : "\"nothing\"");
            }
        }
    }

    private static JsonNode claims(HttpExchange exchange) throws IOException {
        var token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .split("\\.", -1);
        return token.length == 3 && token[1].length() > 9
                ? JSON.readTree(Base64.getUrlDecoder().decode(token[1]))
                : JSON.nullNode();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
