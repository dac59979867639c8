package org.lingbao.platform.problem;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of every code, in Chinese and English: {@code contracts/errors.yaml}. */
@ApplicationScoped
public class Catalogue {
    private static final String FILE = "contracts/errors.yaml";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Entry> entries;

    /** One code's words. */
    record Entry(
            String severity,
            String zh,
            String en,
            Words fix,
            @Nullable String citation) {
        String text(Locale language) {
            return english(language) ? en : zh;
        }
    }

    record Words(String zh, String en) {
        String text(Locale language) {
            return english(language) ? en : zh;
        }
    }

    Catalogue() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in this build");
            }
            entries = new YAMLMapper().readValue(file, new TypeReference<Map<String, Entry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** What the reason says, such as "You are 15; the minimum age is 16." */
    public String detail(Violation violation, Locale language) {
        return fill(entry(violation.code()).text(language), violation.parameters());
    }

    /** What the reader can do about it. */
    public String howToFix(Violation violation, Locale language) {
        return fill(entry(violation.code()).fix().text(language), violation.parameters());
    }

    /** The article on which it rests, where the law is the reason. */
    public Optional<String> citation(Violation violation) {
        return Optional.ofNullable(violation.citation())
                .or(() -> Optional.ofNullable(entry(violation.code()).citation()));
    }

    private Entry entry(String code) {
        var entry = entries.get(code);
        if (entry == null) {
            throw new IllegalArgumentException("the code " + code + " is not in " + FILE);
        }
        return entry;
    }

    private static String fill(String template, Map<String, String> parameters) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(parameters.getOrDefault(found.group(1), found.group())));
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
