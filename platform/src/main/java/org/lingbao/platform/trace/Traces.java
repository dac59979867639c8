package org.lingbao.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace of what is going on (W3C trace context). It is written beside an event, travels as a header of its record, and goes
 * on where the event is applied. Where tracing is switched off all of this is nothing, and costs nothing.
 */
@ApplicationScoped
public class Traces {
    /** The header by which a trace travels, over HTTP and in a record. */
    public static final String HEADER = "traceparent";

    private static final String VERSION = "00";

    private static final TextMapGetter<Map<String, String>> FROM_MAP = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private final Tracer tracer;

    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The trace of the caller as its header has it; nothing (an empty text) where there is none. */
    public static String current() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? String.join(
                        "-",
                        VERSION,
                        span.getTraceId(),
                        span.getSpanId(),
                        span.getTraceFlags().asHex())
                : "";
    }

    /**
     * Does the work as a part of the trace that a header names; one that cannot be read begins a new trace. After an outage the
     * work goes on elsewhere than on the context of its message, and is not traced.
     *
     * @param what names the part: few words, of few kinds
     */
    @SuppressWarnings("MustBeClosedChecker") // closed when the work ends, which is later
    public <T> Uni<T> within(@Nullable String header, String what, Supplier<Uni<? extends T>> work) {
        if (!VertxContext.isOnDuplicatedContext()) {
            return Uni.createFrom().deferred(work);
        }
        var from = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), header == null ? Map.of() : Map.of(HEADER, header), FROM_MAP);
        var span = tracer.spanBuilder(what)
                .setParent(from)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        var scope = span.makeCurrent();
        return Uni.createFrom()
                .deferred(work)
                .onFailure()
                .invoke(failure ->
                        span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName()))
                .onTermination()
                .invoke(() -> {
                    scope.close();
                    span.end();
                });
    }
}
