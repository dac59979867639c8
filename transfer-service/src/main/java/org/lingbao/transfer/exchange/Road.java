package org.lingbao.transfer.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The way to the partners: HTTP, with limits on how long and how much. */
@ApplicationScoped
class Road {
    /** The media type of what is posted. */
    static final String MEDIA_TYPE = "application/jose";

    private static final long LONGEST_ANSWER_BYTES = 64 * 1024L;

    /** Too busy, or something that it needs is down: it says so for all letters. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private final HttpClient http;
    private final Duration answerLimit;

    Road(
            @ConfigProperty(name = "lingbao.exchange.connect-limit", defaultValue = "PT5S") Duration connectLimit,
            @ConfigProperty(name = "lingbao.exchange.answer-limit", defaultValue = "PT30S") Duration answerLimit) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(connectLimit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.answerLimit = answerLimit;
    }

    /** What the other end said. */
    sealed interface Answer {
        /** Nobody answered in time. */
        record Nobody(String why) implements Answer {}

        /** It can take nothing now. */
        record Later(int status) implements Answer {}

        /** @param receipts signed, or so they say; none where the answer was not understood */
        record Said(List<String> receipts) implements Answer {}
    }

    Answer post(URI address, String posted) throws InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(answerLimit)
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(posted, UTF_8))
                .build();
        // the request's own limit ends with the headers of its answer; this one with the answer
        var asked = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LONGEST_ANSWER_BYTES));
        try {
            return read(asked.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return new Answer.Nobody(String.valueOf(e.getCause()).replaceFirst(":.*", ""));
        } catch (TimeoutException e) {
            return new Answer.Nobody("no whole answer in time");
        } finally {
            var unused = asked.cancel(true);
        }
    }

    private static Answer read(HttpResponse<String> answer) {
        return LATER.contains(answer.statusCode())
                ? new Answer.Later(answer.statusCode())
                : new Answer.Said(Wire.read(answer.body(), ReceiptsView.class)
                        .map(ReceiptsView::receipts)
                        .orElse(List.of()));
    }
}
