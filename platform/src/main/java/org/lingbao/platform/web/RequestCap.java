package org.lingbao.platform.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the requests under way. Beyond the limit a request is answered 503 at once, instead of waiting in a queue that
 * only grows; health and metrics are always answered.
 */
@ApplicationScoped
class RequestCap {
    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final int UNAVAILABLE = 503;

    private final int limit;
    private final AtomicInteger underWay = new AtomicInteger();

    RequestCap(
            MeterRegistry metrics,
            @ConfigProperty(name = "lingbao.requests-under-way", defaultValue = "256") int limit) {
        this.limit = limit;
        Gauge.builder("lingbao.requests.under.way", underWay, AtomicInteger::get)
                .description("requests that are being answered now")
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
        request.next();
    }

    private static void refuse(RoutingContext request) {
        request.response()
                .setStatusCode(UNAVAILABLE)
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end("""
                        {"type":"/problems/too-busy","title":"系统繁忙，请稍后重试。","status":503,\
                        "errors":[{"code":"TOO_BUSY","detail":"系统繁忙，请稍后重试。","howToFix":"稍后重试。","parameters":{}}]}""");
    }
}
