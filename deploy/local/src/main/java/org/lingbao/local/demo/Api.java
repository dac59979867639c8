package org.lingbao.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lingbao.local.part.LocalIssuer;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;
import org.lingbao.local.part.Realm;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;

/** The public interfaces of one cell, called as an app, a terminal, a bank or the tax bureau calls them. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final String PASSWORD = "lingbao";
    /** Now, or before. */
    private static final Set<Integer> REGISTERED = Set.of(201, 409);

    private final HttpClient http;
    private final PortPlan ports;
    private final Cell cell;
    private final Map<String, String> tokens;

    public Api(PortPlan ports, Cell cell) {
        this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(), ports, cell, new TreeMap<>());
    }

    private Api(HttpClient http, PortPlan ports, Cell cell, Map<String, String> tokens) {
        this.http = http;
        this.ports = ports;
        this.cell = cell;
        this.tokens = tokens;
    }

    /** The same callers at another cell. */
    public Api in(Cell other) {
        return new Api(http, ports, other, tokens);
    }

    Cell cell() {
        return cell;
    }

    /** Signs a person in with the password that all made-up people have; a citizen registers before. */
    public String signIn(String username) {
        var known = tokens.get(username);
        if (known != null) {
            return known;
        }
        if (username.startsWith("citizen-")) {
            register(username);
        }
        var token = token(
                Map.of("grant_type", "password", "client_id", Realm.APP, "username", username, "password", PASSWORD));
        tokens.put(username, token);
        return token;
    }

    /** As an app does it for whoever has passed its check of the face; somebody known stays as they are. */
    private void register(String username) {
        var users = LocalIssuer.issuerAt(ports.issuer()).replace("/realms/", "/admin/realms/") + "/users";
        var body = Map.of(
                "username",
                username,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD)));
        var request = HttpRequest.newBuilder(URI.create(users))
                .header("Authorization", "Bearer " + client(Realm.REGISTRATION))
                .header("Content-Type", "application/json")
                .POST(json(body));
        var reply = send("Keycloak", "POST users", request);
        if (!REGISTERED.contains(reply.status())) {
            throw new NotAsItShouldBe("Keycloak answered " + reply.status() + " when " + username + " registered.");
        }
    }

    /** A program's own token. */
    public String client(String id) {
        return tokens.computeIfAbsent(
                id,
                name -> token(
                        Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", PASSWORD)));
    }

    private String token(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var uri = URI.create(LocalIssuer.issuerAt(ports.issuer()) + "/protocol/openid-connect/token");
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send("Keycloak", "POST token", request).expect(200).text("access_token");
    }

    /** For whoever waits for what a service does unasked: that it is gone is said at once, and not when the waiting is over. */
    void expectRunning(Service service) {
        var live = "/q/health/live";
        var uri = URI.create("http://" + Ports.HOST + ":" + ports.service(cell, service) + live);
        var unused =
                send(service.text(), "GET " + live, HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)));
    }

    public Reply get(Service service, String path, String token) {
        return send(service.text(), "GET " + path, to(service, path, token).GET());
    }

    /** Sends a command; the key makes a repetition harmless. */
    public Reply post(Service service, String path, String token, String key, Map<String, ?> body) {
        return send(
                service.text(),
                "POST " + path,
                to(service, path, token).header("Idempotency-Key", key).POST(json(body)));
    }

    /** States something, as often as one likes. */
    Reply put(Service service, String path, String token, Map<String, ?> body) {
        return send(service.text(), "PUT " + path, to(service, path, token).PUT(json(body)));
    }

    /** Asks a question whose parameters do not belong into a path. */
    Reply ask(Service service, String path, String token, Map<String, ?> body) {
        return send(service.text(), "POST " + path, to(service, path, token).POST(json(body)));
    }

    /** Keeps what a service says in a file, however much it is. */
    void download(Service service, String path, String token, Path file) {
        var unused = fetch(service, path, token, "*/*", BodyHandlers.ofFile(file));
    }

    /** What a service says in a format of files. */
    byte[] file(Service service, String path, String token, String mediaType) {
        return fetch(service, path, token, mediaType, BodyHandlers.ofByteArray());
    }

    private <T> T fetch(Service service, String path, String token, String mediaType, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + Ports.HOST + ":" + ports.service(cell, service) + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("Accept", mediaType)
                .build();
        try {
            var answer = http.send(request, handler);
            if (answer.statusCode() != OK) {
                throw new PartFailed(
                        "Cell " + cell.number() + " answered " + answer.statusCode() + " to GET " + path + ".");
            }
            return answer.body();
        } catch (IOException e) {
            throw new PartFailed("Cell " + cell.number() + " did not answer; ./lingbao status says how it is.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    private HttpRequest.Builder to(Service service, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://" + Ports.HOST + ":" + ports.service(cell, service) + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en");
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply send(String whom, String what, HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(what, answer.statusCode(), replayed(answer), body(answer));
        } catch (IOException e) {
            throw new PartFailed(
                    whom + " did not answer " + what + " (" + e.getClass().getSimpleName()
                            + "); ./lingbao demo --resume starts what is missing and goes on.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    private static boolean replayed(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Idempotent-Replayed")
                .filter("true"::equals)
                .isPresent();
    }

    private static JsonNode body(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
