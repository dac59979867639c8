package org.lingbao.watching;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What all metrics of a service have in common: whose they are, and how finely answers are timed. */
@Singleton
class Labels {
    private static final String ANSWERS = "http.server.requests";

    /** Few, for each is a series per endpoint and status. */
    private static final List<Duration> STEPS = Stream.of(10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .map(Duration::ofMillis)
            .toList();

    @Produces
    @Singleton
    MeterFilter whose(
            @ConfigProperty(name = "lingbao.cell") String cell,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        return MeterFilter.commonTags(List.of(Tag.of("cell", cell), Tag.of("service", service)));
    }

    @Produces
    @Singleton
    MeterFilter answers() {
        var timed = DistributionStatisticConfig.builder()
                .serviceLevelObjectives(
                        STEPS.stream().mapToDouble(Duration::toNanos).toArray())
                .build();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig others) {
                return id.getName().equals(ANSWERS) ? timed.merge(others) : others;
            }
        };
    }
}
