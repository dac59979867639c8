package org.lingbao.enrollment.employment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lingbao.platform.problem.Violation;

/** The occupations that can be registered, from {@code occupations.yaml}. */
@ApplicationScoped
class Occupations {
    private static final String FILE = "occupations.yaml";
    private static final int SUGGESTED = 10;

    private final List<Occupation> all;

    Occupations() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in this build");
            }
            all = List.copyOf(new YAMLMapper().readValue(file, new TypeReference<List<Occupation>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    List<Occupation> all() {
        return all;
    }

    /** What is wrong with a code that is not known: with those that lie near it. */
    Optional<Violation> unknown(String code) {
        return all.stream().anyMatch(known -> known.code().equals(code))
                ? Optional.empty()
                : Optional.of(new Violation("UNKNOWN_OCCUPATION")
                        .with("suggestions", near(code))
                        .at("/occupation"));
    }

    private String near(String code) {
        return all.stream()
                .sorted(Comparator.comparing((Occupation known) -> -known.nearness(code))
                        .thenComparing(Occupation::code))
                .limit(SUGGESTED)
                .map(known -> known.code() + " " + known.zh())
                .collect(Collectors.joining(", "));
    }
}
