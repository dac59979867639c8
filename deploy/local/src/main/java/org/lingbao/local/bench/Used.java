package org.lingbao.local.bench;

import java.time.Duration;
import java.util.SortedMap;

/** What was used until a moment: what is used from then on is what a run took. */
record Used(Processor processor, SortedMap<String, Duration> parts, Duration loader) {
    static Used now(Processor processor) {
        return new Used(processor, processor.used(), Processor.own());
    }

    /**
     * What came since.
     *
     * @param took by the clock; it may have been over before now
     * @param how it was done, such as "8 connections"
     */
    Run since(long operations, Duration took, String how) {
        var since = processor.used();
        since.replaceAll((part, used) -> used.minus(parts.getOrDefault(part, Duration.ZERO)));
        return new Run(operations, took, since, Processor.own().minus(loader), how);
    }
}
