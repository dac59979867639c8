package org.lingbao.rules.data;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Place;

/**
 * The files {@code <national|GB/T 2260 code>/<scheme>/<name>.yaml} of the law. A file is read once, when it is first asked for;
 * a rule reads its parameters once and keeps them. Safe for use by many threads.
 */
public final class RuleFiles {
    private static final String NATIONAL = "national";
    private static final ObjectReader YAML = strictReader();
    private static final RuleFiles STANDARD =
            new RuleFiles(path -> RuleFiles.class.getResourceAsStream("/rules/" + path), path -> Optional.empty());

    private final Source source;
    private final Function<String, Optional<RuleFile>> behind;
    private final Map<String, Optional<RuleFile>> read = new ConcurrentHashMap<>();

    /** @param behind what holds for a path that the source has not */
    private RuleFiles(Source source, Function<String, Optional<RuleFile>> behind) {
        this.source = source;
        this.behind = behind;
    }

    /** Opens a file by its path below the root; null where there is none. */
    @FunctionalInterface
    interface Source {
        @Nullable
        InputStream open(String path) throws IOException;
    }

    /** The files of this library. */
    public static RuleFiles standard() {
        return STANDARD;
    }

    /** These files, but a directory's of the same layout where it has them: a pack that is still being written. */
    public RuleFiles overlaidBy(Path directory) {
        return overlaidBy(path -> {
            var file = directory.resolve(path);
            return Files.exists(file) ? Files.newInputStream(file) : null;
        });
    }

    RuleFiles overlaidBy(Source front) {
        return new RuleFiles(front, this::file);
    }

    /**
     * A parameter of the whole country.
     *
     * @param name scheme and name: {@code employee/minimum-age}
     * @throws DataNotLoaded if there is no such file
     */
    public <T> Parameter<T> national(String name, Function<RuleValue, T> reader) {
        return parameter(NATIONAL, name, reader);
    }

    /**
     * A parameter of the province that the place lies in.
     *
     * @throws DataNotLoaded if the province has no such file
     */
    public <T> Parameter<T> provincial(Place place, String name, Function<RuleValue, T> reader) {
        return parameter(place.province().code(), name, reader);
    }

    /** The province's own parameter where it has one, else the country's. */
    public <T> Parameter<T> provincialOrNational(Place place, String name, Function<RuleValue, T> reader) {
        var province = place.province().code();
        return parameter(has(province, name) ? province : NATIONAL, name, reader);
    }

    /** Whether the province has a parameter of its own. */
    public boolean provincial(Place place, String name) {
        return has(place.province().code(), name);
    }

    private boolean has(String place, String name) {
        return file(path(place, name)).isPresent();
    }

    private <T> Parameter<T> parameter(String place, String name, Function<RuleValue, T> reader) {
        var file = file(path(place, name)).orElseThrow(() -> new DataNotLoaded(place, name));
        try {
            return parameter(place, name, file, reader);
        } catch (RuntimeException e) {
            throw broken(path(place, name), e);
        }
    }

    private Optional<RuleFile> file(String path) {
        return read.computeIfAbsent(path, this::read);
    }

    private Optional<RuleFile> read(String path) {
        try (var stream = source.open(path)) {
            return stream == null ? behind.apply(path) : Optional.of(YAML.readValue(stream));
        } catch (IOException | RuntimeException e) {
            throw broken(path, e);
        }
    }

    private static IllegalStateException broken(String path, Exception cause) {
        return new IllegalStateException("rule file " + path + ": " + cause.getMessage(), cause);
    }

    private static <T> Parameter<T> parameter(String place, String name, RuleFile file, Function<RuleValue, T> reader) {
        var versions = file.values().stream()
                .map(dated -> version(place + "/" + name, file, dated, reader))
                .toList();
        return new Parameter<>(place, name, versions);
    }

    private static <T> Parameter.Version<T> version(
            String parameter, RuleFile file, RuleFile.Dated dated, Function<RuleValue, T> reader) {
        var content = dated.content();
        return new Parameter.Version<>(
                parameter,
                file.name().text(),
                LocalDate.parse(dated.effective()),
                reader.apply(content),
                content.written(),
                status(dated.status() == null ? file.status() : dated.status()),
                dated.citation());
    }

    private static Status status(String word) {
        return Arrays.stream(Status.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a status: " + word));
    }

    private static String path(String place, String name) {
        return place + "/" + name + ".yaml";
    }

    /** Refuses what a reader of the file would overlook: unknown and repeated keys, numbers and booleans that are no strings. */
    private static ObjectReader strictReader() {
        var mapper = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withCoercionConfig(LogicalType.Textual, config -> {
                    for (var shape : CoercionInputShape.values()) {
                        if (shape != CoercionInputShape.EmptyString && shape != CoercionInputShape.String) {
                            config.setCoercion(shape, CoercionAction.Fail);
                        }
                    }
                })
                .build();
        return mapper.readerFor(RuleFile.class);
    }
}
