package org.lingbao.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Ports;

/** Sends one request once, and says what came back: also that nothing did. */
record Wire(HttpClient http, Duration patience) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REDIRECTED = 300;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    /** What a client knows after one request. */
    sealed interface Outcome {
        /** An answer that says whether it was done. */
        record Answered(int status, JsonNode body) implements Outcome {
            boolean done() {
                return status < REDIRECTED;
            }

            /** The codes of a problem, or its status. */
            String codes() {
                var codes = StreamSupport.stream(body.path("errors").spliterator(), false)
                        .map(error -> error.path("code").asText())
                        .collect(Collectors.joining(" "));
                return codes.isEmpty() ? Integer.toString(status) : codes;
            }
        }

        /**
         * The service says that it cannot now.
         *
         * @param clear 503, as a problem, with the time after which to try again
         */
        record Unavailable(int status, boolean clear) implements Outcome {}

        /** No answer within the client's patience, or no connection. */
        record Silent(String why) implements Outcome {}
    }

    static Wire patient(Duration patience) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        return new Wire(http, patience);
    }

    Outcome send(Command command, int port) {
        return send(HttpRequest.newBuilder(uri(port, command.path()))
                .header("Authorization", "Bearer " + command.token().get())
                .header("Idempotency-Key", command.idempotencyKey())
                .header("Content-Type", "application/json")
                .method(command.method(), body(command)));
    }

    /** What anybody may read, or whom the token allows. */
    Outcome get(int port, String path, String token) {
        var request = HttpRequest.newBuilder(uri(port, path)).GET();
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private static URI uri(int port, String path) {
        return URI.create("http://" + Ports.HOST + ":" + port + path);
    }

    private static HttpRequest.BodyPublisher body(Command command) {
        try {
            return command.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(command.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome send(HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.timeout(patience).header("Accept-Language", "en").build(), BodyHandlers.ofByteArray());
            return answer.statusCode() >= SERVER_ERROR
                    ? new Outcome.Unavailable(answer.statusCode(), clear(answer))
                    : new Outcome.Answered(answer.statusCode(), json(answer));
        } catch (IOException e) {
            return new Outcome.Silent(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    private static boolean clear(HttpResponse<byte[]> answer) {
        return answer.statusCode() == UNAVAILABLE
                && answer.headers().firstValue("Retry-After").isPresent()
                && !json(answer).path("errors").isEmpty();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
