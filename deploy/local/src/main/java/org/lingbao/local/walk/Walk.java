package org.lingbao.local.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.testing.TestTokens;

/**
 * Goes through all doors of a running service with every kind of token. Each way returns what was heard and should not
 * have been.
 *
 * <p>Who is not let in knocks first, on things that are there; then come those who are, one by one, and where something
 * changes each on things of their own. So what a refused caller did would be noticed by the one after.
 */
public final class Walk {
    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> ALWAYS_DIFFERENT = Set.of("date", "content-length");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Collection<Door> doors;
    private final URI service;
    private final Supplier<World> worlds;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> findings = new ArrayList<>();

    /** @param worlds makes a world in which nothing has been done yet */
    public Walk(Matrix matrix, String service, int port, Supplier<World> worlds) {
        this.doors = matrix.doors(service).values();
        this.service = URI.create("http://127.0.0.1:" + port);
        this.worlds = worlds;
    }

    /** The matrix and the documents of the sources that a module's tests run in. */
    public static Path contracts() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (at.resolve("contracts/authorization.yaml").toFile().exists()) {
                return at.resolve("contracts");
            }
        }
        throw new IllegalStateException("no contracts above " + Path.of("").toAbsolutePath());
    }

    /** Without a token, and with tokens that are not good. */
    public List<String> withoutAGoodToken() {
        var world = worlds.get();
        var bad = List.of(
                TestTokens.mint("operator").audience("somebody-else").token(),
                TestTokens.mint("operator").expired().token(),
                TestTokens.mint("operator").wrongSignature().token(),
                TestTokens.mint("operator")
                        .claim("iss", "https://elsewhere.example")
                        .token(),
                "not.a.token");
        for (var door : doors) {
            if (door.open() == null) {
                mustBe(refusal("UNAUTHENTICATED", UNAUTHORIZED, knock(door, world, null, null)), door, "no token");
                bad.forEach(token -> mustBe(
                        refusal("UNAUTHENTICATED", UNAUTHORIZED, knock(door, world, null, token)),
                        door,
                        "a bad token"));
            } else {
                mustBe(status(door.open(), knock(door, world, null, null)), door, "no token");
            }
        }
        return List.copyOf(findings);
    }

    /** Every caller, where it is their own and where it is not. */
    public List<String> asEveryCaller() {
        var shared = worlds.get();
        for (var door : doors) {
            if (door.open() != null) {
                shared.knockers().forEach(knocker -> hear(door, shared, knocker, new Door.Heard(door.open(), false)));
            } else {
                refusedThenLetIn(door, door.reads() ? shared : worlds.get());
            }
        }
        return List.copyOf(findings);
    }

    private void refusedThenLetIn(Door door, World first) {
        var world = first;
        var letIn = new ArrayList<Knocker>();
        for (var knocker : first.knockers()) {
            var heard = door.heardBy(knocker);
            if (knocker.side() == Knocker.Side.LOST) {
                lost(door, first, knocker, heard);
            } else if (heard.status() == FORBIDDEN || heard.likeNothing()) {
                hear(door, first, knocker, heard);
            } else {
                letIn.add(knocker);
            }
        }
        for (var knocker : letIn) {
            hear(door, world, knocker, door.heardBy(knocker));
            if (door.emptyForOthers(knocker)) {
                mustShow(door, world, knocker);
            }
            world = door.reads() ? world : worlds.get();
        }
    }

    /** Else an empty answer to others would prove nothing. */
    private void mustShow(Door door, World world, Knocker knocker) {
        var seen = told(world, knock(door, world, knocker, world.token(knocker)));
        mustBe(world.shows(seen) ? null : "is not shown what is theirs: " + seen, door, knocker.toString());
    }

    /** A token that ties its holder to nothing opens nothing that a stranger's would not. */
    private void lost(Door door, World world, Knocker knocker, Door.Heard strangers) {
        if (strangers.likeNothing()) {
            var answer = knock(door, world, knocker, world.token(knocker));
            if (answer.statusCode() != FORBIDDEN) {
                mustBe(likeNothing(door, world, knocker, strangers, answer), door, knocker.toString());
            }
        }
    }

    private void hear(Door door, World world, Knocker knocker, Door.Heard heard) {
        var answer = knock(door, world, knocker, world.token(knocker));
        mustBe(
                heard.status() == FORBIDDEN
                        ? refusal("FORBIDDEN", FORBIDDEN, answer)
                        : heard.likeNothing()
                                ? likeNothing(door, world, knocker, heard, answer)
                                : status(heard.status(), answer),
                door,
                knocker.toString());
    }

    private void mustBe(@Nullable String wrong, Door door, String who) {
        if (wrong != null) {
            findings.add(door.operation() + ", " + who + ": " + wrong);
        }
    }

    private static @Nullable String status(int expected, HttpResponse<String> answer) {
        return answer.statusCode() == expected
                ? null
                : "%d instead of %d: %s".formatted(answer.statusCode(), expected, answer.body());
    }

    private static @Nullable String refusal(String code, int expected, HttpResponse<String> answer) {
        var told = answer.headers().firstValue("content-type").orElse("").startsWith(PROBLEM)
                && answer.body().contains("\"" + code + "\"");
        return answer.statusCode() == expected && !told
                ? "a refusal without words: " + answer.body()
                : status(expected, answer);
    }

    /** What is another's must not be told from what is not there. */
    private @Nullable String likeNothing(
            Door door, World world, Knocker knocker, Door.Heard heard, HttpResponse<String> answer) {
        var wrong = status(heard.status(), answer);
        if (wrong != null || !answer.headers().map().containsKey("content-type") && heard.status() == NOT_FOUND) {
            return wrong == null ? "a refusal without words" : wrong;
        }
        var nothing = send(door, world.token(knocker), template -> world.filledWithNothing(template, knocker));
        var seen = told(world, answer);
        var unseen = told(world, nothing);
        if (seen.equals(unseen)) {
            return heard.status() != NOT_FOUND && world.shows(seen) ? "is not empty: " + seen : null;
        }
        return "told from what is not there: " + seen + " and " + unseen;
    }

    private static String told(World world, HttpResponse<String> answer) {
        var headers = new TreeSet<>(answer.headers().map().keySet());
        headers.removeAll(ALWAYS_DIFFERENT);
        return answer.statusCode() + " " + headers + " " + world.withoutThings(answer.body());
    }

    private HttpResponse<String> knock(Door door, World world, @Nullable Knocker knocker, @Nullable String token) {
        return send(door, token, template -> world.filled(template, knocker));
    }

    private HttpResponse<String> send(Door door, @Nullable String token, UnaryOperator<String> fill) {
        var query = door.query() == null ? "" : "?" + fill.apply(door.query());
        var key = door.key() == null ? UUID.randomUUID().toString() : fill.apply(door.key());
        var request = HttpRequest.newBuilder(service.resolve(fill.apply(door.path()) + query))
                .header("Content-Type", door.type())
                .header("Accept-Language", "en")
                .method(
                        door.method(),
                        door.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(fill.apply(door.body()), UTF_8));
        if (!door.reads()) {
            request.header("Idempotency-Key", key);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(door.operation(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
