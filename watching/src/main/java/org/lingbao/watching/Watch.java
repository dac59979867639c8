package org.lingbao.watching;

import static java.util.stream.Collectors.joining;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks up the figures of all features at intervals, in one round trip, apart from those who work on what they count: when
 * these stand still the numbers go on. While the database is away the last ones stay, and the time of the look tells their age.
 */
@ApplicationScoped
class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);

    /** What a gauge shows while there is nothing to show. */
    private static final Number NOTHING = Double.NaN;

    private static final long FIRST_MILLIS = 1000;

    private static final String NOW = "extract(epoch from clock_timestamp())";

    private final Pool pool;
    private final Vertx vertx;
    private final Duration interval;
    private final List<Figure> figures;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile List<Number> seen;

    Watch(
            Pool pool,
            Vertx vertx,
            MeterRegistry metrics,
            @All List<Watched> watched,
            @ConfigProperty(name = "lingbao.watch-interval", defaultValue = "PT10S") Duration interval) {
        this.pool = pool;
        this.vertx = vertx;
        this.interval = interval;
        this.figures = Stream.concat(
                        Stream.of(Figure.of(
                                "lingbao.watch.timestamp.seconds", "when the figures of the database were read", NOW)),
                        watched.stream().flatMap(feature -> feature.figures().stream()))
                .toList();
        this.seen = Collections.nCopies(figures.size(), NOTHING);
        IntStream.range(0, figures.size()).forEach(position -> show(metrics, position));
    }

    private void show(MeterRegistry metrics, int position) {
        var figure = figures.get(position);
        var labels = figure.labels().entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList();
        var _ = Gauge.builder(figure.metric(), () -> seen.get(position))
                .description(figure.what())
                .tags(labels)
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        var _ = vertx.setPeriodic(FIRST_MILLIS, interval.toMillis(), tick -> look());
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return; // the last look still waits for the database
        }
        Uni.createFrom()
                .item(this::question)
                .chain(question -> pool.query(question).execute())
                .map(found -> read(found.iterator().next()))
                .onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(now -> seen = now, failure -> LOG.debugf(failure, "what waits is not known now"));
    }

    private String question() {
        return figures.stream()
                .map(figure -> "cast((" + figure.sql().get() + ") as bigint)")
                .collect(joining(",\n", "select ", ""));
    }

    private List<Number> read(Row row) {
        return IntStream.range(0, figures.size())
                .mapToObj(position -> {
                    var number = row.getLong(position);
                    return number == null ? NOTHING : number;
                })
                .toList();
    }
}
