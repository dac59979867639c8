package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.events.Databases.Owner;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

/** Asks services for what they show, with a token or without. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final Ground ground;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What was answered. */
    record Answer(int status, String body) {}

    Visitor(Ground ground) {
        this.ground = ground;
    }

    /** What is there for whom it is. */
    String page(Owner owner, String path, String token) {
        var answer = get(owner, path, token);
        if (answer.status() != OK) {
            throw new PartFailed(owner + " answered " + answer.status() + " to GET " + path);
        }
        return answer.body();
    }

    /** @param token empty: none */
    Answer get(Owner owner, String path, String token) {
        var port = ground.ports().service(owner.cell(), owner.service());
        var request = HttpRequest.newBuilder(URI.create("http://" + Ports.HOST + ":" + port + path))
                .timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new PartFailed(owner + " did not answer GET " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }
}
