package org.lingbao.rules.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Place;

/**
 * The files {@code <national|GB/T 2260 code>/<scheme>/<name>.yaml} of the law. A file is read once, when it is first asked for;
 * a rule reads its parameters once and keeps them. Safe for use by many threads.
 */
public final class RuleFiles {
    private static final String NATIONAL = "national";
    private static final RuleFiles STANDARD = new RuleFiles(new Source.Library(), null);

    private final Source source;
    private final @Nullable RuleFiles behind;
    private final Map<String, Optional<RuleFile>> read = new ConcurrentHashMap<>();

    /** @param behind what holds for a path that the source has not */
    private RuleFiles(Source source, @Nullable RuleFiles behind) {
        this.source = source;
        this.behind = behind;
    }

    /** The files of this library. */
    public static RuleFiles standard() {
        return STANDARD;
    }

    /** The rule files below a directory, by their paths there: {@code 370000/employee/limits.yaml}. */
    public static List<String> parametersBelow(Path directory) {
        return new Source.Directory(directory).paths().stream().sorted().toList();
    }

    /** These files, but a directory's of the same layout where it has them: a pack that is still being written. */
    public RuleFiles overlaidBy(Path directory) {
        return overlaidBy(new Source.Directory(directory));
    }

    RuleFiles overlaidBy(Source front) {
        return new RuleFiles(front, this);
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

    /** The provinces that have rules of their own. */
    public List<Place> provinces() {
        return paths().map(RuleFiles::folder)
                .filter(folder -> !folder.equals(NATIONAL))
                .distinct()
                .map(Place::new)
                .toList();
    }

    /**
     * Every value in force on a day: the country's and, for a place, its province's, which go before the country's. Ordered by
     * place and name; what is not in force, or was not known, is left out.
     *
     * @param place null for the country alone
     * @param known only what was published by that day counts
     */
    public List<ValueInForce> inForce(@Nullable Place place, LocalDate on, LocalDate known) {
        var province = place == null ? NATIONAL : place.province().code();
        return paths().filter(path ->
                        folder(path).equals(province) || (folder(path).equals(NATIONAL) && !has(province, name(path))))
                .flatMap(path -> inForce(path, on, known).stream())
                .toList();
    }

    private Optional<ValueInForce> inForce(String path, LocalDate on, LocalDate known) {
        var file = file(path).orElseThrow();
        return parameter(folder(path), name(path), Function.<RuleValue>identity())
                .find(on, known)
                .map(version -> new ValueInForce(version, file.unit(), file.description()));
    }

    /** The paths of all parameters, sorted. */
    Stream<String> paths() {
        var behindIt = behind == null ? Stream.<String>empty() : behind.paths();
        return Stream.concat(source.paths().stream(), behindIt).distinct().sorted();
    }

    private static String folder(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    private static String name(String path) {
        return path.substring(path.indexOf('/') + 1, path.lastIndexOf('.'));
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
            if (stream != null) {
                return Optional.of(RuleFileReader.read(stream));
            }
            return behind == null ? Optional.empty() : behind.file(path);
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
}
