package org.lingbao.local.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A small OpenID Connect issuer in the shape of Keycloak: the same paths and claims, with the password and
 * client-credentials grants of the made-up {@link Realm}. It keeps no sessions and is meant for loopback only.
 */
public final class LocalIssuer implements AutoCloseable {
    private static final String REALM_PATH = "/realms/lingbao";
    private static final String PROTOCOL = REALM_PATH + "/protocol/openid-connect";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads;
    private final TokenKey key;
    private final Realm realm;
    private final String issuer;

    private LocalIssuer(HttpServer server, ExecutorService threads, TokenKey key, Realm realm) {
        this.server = server;
        this.threads = threads;
        this.key = key;
        this.realm = realm;
        this.issuer = issuerAt(server.getAddress().getPort());
    }

    /** The issuer's URL, which is also the {@code iss} of its tokens. */
    public static String issuerAt(int port) {
        return "http://" + Ports.HOST + ":" + port + REALM_PATH;
    }

    /** Starts the issuer; its key is {@code keyFile}. */
    public static LocalIssuer start(Path keyFile, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(Ports.HOST, port), 128);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            var started = new LocalIssuer(server, threads, TokenKey.at(keyFile), Realm.load());
            server.setExecutor(threads);
            server.createContext("/", started::handle);
            server.start();
            return started;
        } catch (IOException e) {
            throw new PartFailed("The issuer cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = switch (exchange.getRequestURI().getPath()) {
                case REALM_PATH + "/.well-known/openid-configuration" -> new Answer(200, configuration());
                case PROTOCOL + "/certs" -> new Answer(200, Map.of("keys", List.of(key.publicKey())));
                case PROTOCOL + "/token" -> token(exchange);
                default -> new Answer(404, Map.of("error", "not_found"));
            };
            var body = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Answer(int status, Map<String, ?> body) {
        static Answer error(int status, String code, String description) {
            return new Answer(status, Map.of("error", code, "error_description", description));
        }
    }

    private Map<String, ?> configuration() {
        var base = issuer.substring(0, issuer.length() - REALM_PATH.length());
        return Map.of(
                "issuer", issuer,
                "token_endpoint", base + PROTOCOL + "/token",
                "jwks_uri", base + PROTOCOL + "/certs",
                "authorization_endpoint", base + PROTOCOL + "/auth",
                "grant_types_supported", List.of("password", "client_credentials"),
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
    }

    private Answer token(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return Answer.error(405, "invalid_request", "POST a form");
        }
        var form = form(new String(exchange.getRequestBody().readNBytes(16_384), UTF_8));
        var basic = basic(exchange);
        var clientId = basic.getOrDefault("id", form.getOrDefault("client_id", ""));
        var secret = basic.getOrDefault("secret", form.getOrDefault("client_secret", ""));
        var client = realm.client(clientId)
                .filter(c -> c.secret() == null || c.secret().equals(secret));
        if (client.isEmpty()) {
            return Answer.error(401, "invalid_client", "unknown client or wrong secret");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" ->
                client.get().secret() == null
                        ? Answer.error(401, "unauthorized_client", "a public client has no credentials")
                        : issue(client.get(), clientId);
            case "password" ->
                realm.person(form.getOrDefault("username", ""))
                        .filter(person -> person.password().equals(form.get("password")))
                        .map(person -> issue(person, clientId))
                        .orElseGet(() -> Answer.error(401, "invalid_grant", "unknown user or wrong password"));
            default -> Answer.error(400, "unsupported_grant_type", "password or client_credentials");
        };
    }

    private Answer issue(Realm.Subject subject, String clientId) {
        var claims = Tokens.claims(issuer, realm.audience(), subject, clientId);
        return new Answer(
                200,
                Map.of(
                        "access_token",
                        key.sign(claims),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        Tokens.LIFETIME_MINUTES * 60,
                        "scope",
                        "openid"));
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8),
                        pair -> URLDecoder.decode(pair[1], UTF_8),
                        (first, again) -> first));
    }

    private static Map<String, String> basic(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return Map.of();
        }
        try {
            var decoded = new String(Base64.getDecoder().decode(header.substring(6)), UTF_8).split(":", 2);
            return decoded.length == 2
                    ? Map.of("id", URLDecoder.decode(decoded[0], UTF_8), "secret", URLDecoder.decode(decoded[1], UTF_8))
                    : Map.of();
        } catch (IllegalArgumentException notBase64) {
            return Map.of();
        }
    }

    /** The issuer's URL. */
    public String issuer() {
        return issuer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
