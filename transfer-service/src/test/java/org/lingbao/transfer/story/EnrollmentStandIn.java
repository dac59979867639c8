package org.lingbao.transfer.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Enrollment and contribution, as far as this service asks them: answers as their OpenAPI documents say, to a token of role
 * {@code service} only.
 * Tests tell it of people at {@code /stand-in/persons}, and to be away at {@code /stand-in/away}.
 */
public final class EnrollmentStandIn implements QuarkusTestResourceLifecycleManager {
    static final String URL = "lingbao.test.enrollment";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> people = new ConcurrentHashMap<>();
    private volatile boolean away;

    @Nullable
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", this::answer);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.start();
            server = started;
            var url = "http://127.0.0.1:" + started.getAddress().getPort();
            System.setProperty(URL, url);
            return Map.of("lingbao.enrollment.url", url, "lingbao.contribution.url", url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var text = exchange.getRequestBody().readAllBytes();
        var body = text.length == 0 ? JSON.nullNode() : JSON.readTree(text);
        var path = List.of(exchange.getRequestURI().getPath().split("/", -1));
        switch (path.getLast()) {
            case "persons" -> {
                people.put(body.get("personId").textValue(), body);
                send(exchange, 204, "");
            }
            case "away" -> {
                away = body.get("away").booleanValue();
                send(exchange, 204, "");
            }
            default -> asked(exchange, path, body);
        }
    }

    private void asked(HttpExchange exchange, List<String> path, JsonNode body) throws IOException {
        if (away) {
            send(exchange, 503, "{}");
        } else if (!isService(exchange)) {
            send(exchange, 403, "{}");
        } else {
            var found = switch (path.getLast()) {
                case "lookup" ->
                    people.values().stream()
                            .filter(person -> person.get("identityNumber").equals(body.get("identityNumber")))
                            .findFirst()
                            .orElse(null);
                case "statement" -> statementOf(people.get(path.get(2)));
                default -> people.get(path.get(2));
            };
            send(exchange, found == null ? 404 : 200, found == null ? "{}" : found.toString());
        }
    }

    private static @Nullable JsonNode statementOf(@Nullable JsonNode person) {
        return person == null ? null : person.get("statement");
    }

    private static boolean isService(HttpExchange exchange) throws IOException {
        var header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var parts = header.replaceFirst("Bearer ", "").split("\\.", -1);
        return parts.length == 3
                && JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
                        .at("/realm_access/roles")
                        .toString()
                        .equals("[\"service\"]");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
