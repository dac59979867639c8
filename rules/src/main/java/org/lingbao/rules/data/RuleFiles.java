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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import org.lingbao.rules.value.Place;

/**
 * Reads the files {@code rules/<national|GB/T 2260 code>/<scheme>/<name>.yaml}. Nothing is cached here: a rule reads its files once
 * and keeps the parameters.
 */
public final class RuleFiles {
    private static final String NATIONAL = "national";
    private static final ObjectReader YAML = strictReader();

    private RuleFiles() {}

    /**
     * A parameter of the whole country.
     *
     * @param name scheme and name: {@code employee/minimum-age}
     * @throws DataNotLoaded if there is no such file
     */
    public static <T> Parameter<T> national(String name, Function<RuleValue, T> reader) {
        return read(NATIONAL, name, reader);
    }

    /**
     * A parameter of the province that the place lies in.
     *
     * @throws DataNotLoaded if the province has no such file
     */
    public static <T> Parameter<T> provincial(Place place, String name, Function<RuleValue, T> reader) {
        return read(place.province().code(), name, reader);
    }

    /** The province's own parameter where it has one, else the country's. */
    public static <T> Parameter<T> provincialOrNational(Place place, String name, Function<RuleValue, T> reader) {
        var province = place.province().code();
        var own = RuleFiles.class.getResource(path(province, name));
        return read(own == null ? NATIONAL : province, name, reader);
    }

    private static <T> Parameter<T> read(String place, String name, Function<RuleValue, T> reader) {
        var stream = RuleFiles.class.getResourceAsStream(path(place, name));
        if (stream == null) {
            throw new DataNotLoaded(place, name);
        }
        try (stream) {
            return parse(place, name, stream, reader);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("rule file " + path(place, name) + ": " + e.getMessage(), e);
        }
    }

    static <T> Parameter<T> parse(String place, String name, InputStream stream, Function<RuleValue, T> reader)
            throws IOException {
        RuleFile file = YAML.readValue(stream);
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
        return "/rules/" + place + "/" + name + ".yaml";
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
