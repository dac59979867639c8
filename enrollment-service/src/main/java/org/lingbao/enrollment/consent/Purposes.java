package org.lingbao.enrollment.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** What a person may consent to, from {@code consent-purposes.yaml}. */
@ApplicationScoped
class Purposes {
    private static final String FILE = "consent-purposes.yaml";

    private final List<Purpose> purposes;

    /**
     * What may be consented to, as it is shown.
     *
     * @param version of the text in force
     * @param since the first business day of that version
     * @param zh the text
     * @param en the text in English
     */
    @Schema(name = "ConsentPurpose")
    record Purpose(String code, int version, LocalDate since, String zh, String en) {}

    Purposes() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in this build");
            }
            purposes = YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue(file, new TypeReference<List<Purpose>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    List<Purpose> all() {
        return purposes;
    }

    Optional<Purpose> find(String code) {
        return purposes.stream().filter(purpose -> purpose.code().equals(code)).findFirst();
    }

    /**
     * The purpose, in the version whose text is in force: nobody consents to a text that was not shown.
     *
     * @throws ProblemException 400, with the purposes and versions there are
     */
    Purpose inForce(String code, int version) {
        return find(code)
                .filter(purpose -> purpose.version() == version)
                .orElseThrow(() -> new ProblemException(Problem.malformed(new Violation("UNKNOWN_PURPOSE")
                        .with("purpose", code)
                        .with("version", version)
                        .with("suggestions", known())
                        .at(find(code).isPresent() ? "/version" : "/purpose"))));
    }

    private String known() {
        return purposes.stream()
                .map(purpose -> purpose.code() + " " + purpose.version())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
