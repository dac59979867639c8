package org.lingbao.platform.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps every span that has ended, as an exporter would get it. */
@Singleton
public class SpanLog implements SpanProcessor {
    private final Queue<SpanData> ended = new ConcurrentLinkedQueue<>();

    List<SpanData> of(String trace) {
        return ended.stream().filter(span -> span.getTraceId().equals(trace)).toList();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        var added = ended.add(span.toSpanData());
        assert added;
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
