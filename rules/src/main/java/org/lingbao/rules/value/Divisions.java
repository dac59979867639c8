package org.lingbao.rules.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of provinces, prefectures and districts; read once, at first use. */
final class Divisions {
    static final Map<Place, String> NAMES = load();
    private static final int MOST_SUGGESTIONS = 5;

    private Divisions() {}

    static List<Place> near(Place place) {
        if (NAMES.containsKey(place)) {
            return List.of();
        }
        var slips = NAMES.keySet().stream()
                .filter(known -> oneSlipApart(known.code(), place.code()))
                .sorted()
                .limit(MOST_SUGGESTIONS)
                .toList();
        return slips.isEmpty() ? around(place) : slips;
    }

    /** What it would lie in: its prefecture and its province, as far as they are known. */
    private static List<Place> around(Place place) {
        return Stream.of(place.prefecture(), place.province())
                .filter(NAMES::containsKey)
                .distinct()
                .toList();
    }

    private static boolean oneSlipApart(String a, String b) {
        var first = 0;
        while (a.charAt(first) == b.charAt(first)) {
            first++;
        }
        var rest = first + 1;
        if (a.regionMatches(rest, b, rest, a.length() - rest)) {
            return true;
        }
        return a.charAt(first) == b.charAt(rest)
                && a.charAt(rest) == b.charAt(first)
                && a.regionMatches(rest + 1, b, rest + 1, a.length() - rest - 1);
    }

    private static Map<Place, String> load() {
        var stream = Objects.requireNonNull(
                Divisions.class.getResourceAsStream("/rules/divisions.csv"), "rules/divisions.csv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> new Place(cells[0]), cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
