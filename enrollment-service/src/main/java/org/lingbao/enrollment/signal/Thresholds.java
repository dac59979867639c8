package org.lingbao.enrollment.signal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lingbao.rules.trace.Status;

/** From how many persons on somebody looks, from {@code signals.yaml}. */
@ApplicationScoped
class Thresholds {
    private static final String FILE = "signals.yaml";

    private final List<Threshold> thresholds;

    /** An entry as it is written. */
    record Entry(Behind kind, String from, int persons, int days, String status, String because) {
        Threshold threshold() {
            var known = Arrays.stream(Status.values())
                    .filter(one -> one.word().equals(status))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(FILE + " has no status: " + status));
            if (persons < 2 || days < 1) {
                throw new IllegalStateException(FILE + " takes what is nothing for a signal: " + kind);
            }
            return new Threshold(kind, LocalDate.parse(from), persons, days, known);
        }
    }

    /**
     * @param from the first day it holds
     * @param persons from so many on
     * @param days within so many, the day of looking among them
     */
    record Threshold(Behind kind, LocalDate from, int persons, int days, Status status) {}

    Thresholds() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in this build");
            }
            thresholds = new YAMLMapper()
                    .readValue(file, new TypeReference<List<Entry>>() {}).stream()
                            .map(Entry::threshold)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** The one that holds on a day; empty before the first. */
    Optional<Threshold> of(Behind kind, LocalDate on) {
        return thresholds.stream()
                .filter(threshold ->
                        threshold.kind() == kind && !threshold.from().isAfter(on))
                .max(Comparator.comparing(Threshold::from));
    }
}
