package org.lingbao.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemWords;

/**
 * Limits the requests under way. Beyond the limit a request is answered 503 at once, instead of waiting in a queue that
 * only grows; health and metrics are always answered. Nobody keeps a place by beginning a body and not going on.
 */
@ApplicationScoped
class RequestCap {
    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_SLOW = 408;

    private final int limit;
    private final Duration longestTelling;
    private final String body;
    private final Counter refused;
    private final AtomicInteger underWay = new AtomicInteger();

    RequestCap(
            MeterRegistry metrics,
            ObjectMapper mapper,
            ProblemWords words,
            @ConfigProperty(name = "lingbao.requests-under-way", defaultValue = "256") int limit,
            @ConfigProperty(name = "lingbao.longest-telling", defaultValue = "PT15S") Duration longestTelling)
            throws JsonProcessingException {
        this.limit = limit;
        this.longestTelling = longestTelling;
        // written once: a service that is too busy has no time to write
        this.body = mapper.writeValueAsString(
                words.view(Problem.unavailable("TOO_BUSY", Duration.ofSeconds(1)), Locale.SIMPLIFIED_CHINESE));
        this.refused = Counter.builder("lingbao.requests.refused")
                .description("requests beyond the limit, answered 503 at once")
                .register(metrics);
        Gauge.builder("lingbao.requests.under.way", underWay, AtomicInteger::get)
                .description("requests that are being answered now")
                .register(metrics);
        Gauge.builder("lingbao.requests.limit", () -> limit)
                .description("how many may be under way")
                .register(metrics);
    }

    void install(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_ALL_OTHERS);
    }

    private void admit(RoutingContext request) {
        if (request.normalizedPath().startsWith("/q/")) {
            request.next();
            return;
        }
        if (underWay.incrementAndGet() > limit) {
            underWay.decrementAndGet();
            refuse(request);
            return;
        }
        request.addEndHandler(ended -> underWay.decrementAndGet());
        if (tellsMore(request.request())) {
            endWhenSlow(request);
        }
        request.next();
    }

    private static boolean tellsMore(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.CONTENT_LENGTH, "0", false)
                && (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
    }

    /** Nothing has been done yet where the body is not there as a whole. Where there is none nobody reads to its end. */
    private void endWhenSlow(RoutingContext request) {
        var timer = request.vertx().setTimer(longestTelling.toMillis(), late -> {
            if (!request.request().isEnded() && !request.response().headWritten()) {
                request.response()
                        .setStatusCode(TOO_SLOW)
                        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                        .end()
                        .onComplete(told -> request.request().connection().close());
            }
        });
        request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
    }

    private void refuse(RoutingContext request) {
        refused.increment();
        request.response()
                .setStatusCode(UNAVAILABLE)
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(body);
    }
}
