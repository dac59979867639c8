package org.lingbao.rules.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lingbao.rules.trace.Status;

/**
 * The rule files, each with one value a little wrong: a number by one unit of its last place, a list without one of its words, a
 * word by another of its kind, a date by one day.
 */
public final class Mutants {
    private static final Path ROOT = Path.of("src/main/resources/rules");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, ObjectNode> FILES = new ConcurrentHashMap<>();

    /** A value that nobody has confirmed, by its parameter and its first day, with the mutants of what it says. */
    public record Uncertain(String parameter, String effective, List<Mutant> mutants) {}

    /** Words that can stand for each other without the file ceasing to load. */
    private static final List<List<String>> KINDS = List.of(
            List.of("BASE", "TIER"),
            List.of("PENSION", "MEDICAL"),
            List.of("NONE", "CURRENT_QUARTER", "CURRENT_YEAR"),
            List.of("MONTH", "QUARTER", "HALF_YEAR", "YEAR"),
            List.of("HUKOU", "WORK_PLACE", "LICENCE", "RESIDENCE_PERMIT"),
            List.of("MALE_60", "FEMALE_55", "FEMALE_50"),
            List.of("EMPLOYED_INSURED", "ENROLLED_FLEXIBLE", "PENSIONER", "STUDENT", "STATE_STAFF"),
            List.of("TAX_BUREAU", "BANK_WITHHOLDING", "BANK_TERMINAL"),
            List.of("TAX_AUTHORITY", "AGENCY"),
            List.of("SELF_EMPLOYED_NO_EMPLOYEES", "PART_TIME_NOT_INSURED_BY_EMPLOYER", "OTHER_FLEXIBLE"),
            List.of("FEE_MONTH", "CREDIT_MONTH"),
            List.of("true", "false", "UNCONFIRMED"),
            List.of("EMPLOYEE", "RESIDENT"),
            List.of("ID_CARD", "HOUSEHOLD_REGISTER", "SOCIAL_SECURITY_CARD"),
            List.of("ROUNDED", "EXACT"),
            List.of("COMPLETED_YEAR", "INTERPOLATED"),
            List.of("AVERAGED", "INDEXED_WAGE"),
            List.of("HARD_TO_EMPLOY", "GRADUATE"),
            List.of("HALF_UP", "DOWN"),
            List.of("HEIRS", "PERSON"),
            List.of("ACCOUNT", "POOLED"),
            List.of("FLOOR", "CEILING"));

    private Mutants() {}

    /**
     * @param path of the file below the root
     * @param where {@code values[3].table.lower}
     * @param change what became of what
     */
    public record Mutant(String path, String where, String change, String file) {
        /** The standard files with this one in the place of its original. */
        public RuleFiles files() {
            return RuleFiles.standard()
                    .overlaidBy(asked -> asked.equals(path)
                            ? new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))
                            : null);
        }

        @Override
        public String toString() {
            return path + " " + where + ": " + change;
        }
    }

    public static List<String> paths() {
        return RuleFiles.standard().paths().toList();
    }

    /** The standard files; what is asked for is added to the collection. */
    public static RuleFiles recording(Collection<String> asked) {
        return RuleFiles.standard().overlaidBy(path -> {
            asked.add(path);
            return null;
        });
    }

    public static List<Mutant> of(String path) {
        var values = (ArrayNode) read(path).get("values");
        return IntStream.range(0, values.size())
                .boxed()
                .flatMap(index -> Stream.concat(contents(path, values, index), days(path, values, index)))
                .toList();
    }

    private static Stream<Mutant> contents(String path, ArrayNode values, int index) {
        var version = values.get(index);
        if (version.has("value")) {
            return changes(version.get("value").asText())
                    .map(change -> mutant(path, "values[" + index + "].value", change));
        }
        return version.get("table")
                .propertyStream()
                .flatMap(entry -> changes(entry.getValue().asText())
                        .filter(change -> !entry.getKey().equals("off") || !weekend(version, change))
                        .map(change -> mutant(path, "values[" + index + "].table." + entry.getKey(), change)));
    }

    private static Stream<Mutant> days(String path, ArrayNode values, int index) {
        var version = values.get(index);
        var days = new ArrayList<Mutant>();
        days.add(mutant(path, "values[" + index + "].effective", shifted(version.get("effective"), 1)));
        if (publicationDecides(values, version)) {
            days.add(mutant(path, "values[" + index + "].published", shifted(version.get("published"), 1)));
            days.add(mutant(path, "values[" + index + "].published", shifted(version.get("published"), -1)));
        }
        return days.stream();
    }

    /**
     * Whether the day of publication makes a difference between two answers: another value held before, and this one was known
     * earlier or later than it held. (Of an unknown day of publication the files say that it was the day in force.)
     */
    private static boolean publicationDecides(ArrayNode values, JsonNode version) {
        var effective = date(version, "effective");
        return !effective.equals(date(version, "published"))
                && values.valueStream()
                        .anyMatch(other -> date(other, "effective").isBefore(effective));
    }

    /** A day off at a weekend is one without being listed. */
    private static boolean weekend(JsonNode version, Change change) {
        var day = date(version, "effective").getYear() + "-" + change.told.substring("without ".length());
        return LocalDate.parse(day).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static LocalDate date(JsonNode version, String field) {
        return LocalDate.parse(version.get(field).asText());
    }

    /** What a text of the file becomes, and how that is told. */
    private record Change(String told, String text) {}

    private static Mutant mutant(String path, String where, Change change) {
        var file = read(path);
        var steps = where.split("[.\\[\\]]+", -1);
        var node = file.get(steps[0]).get(Integer.parseInt(steps[1]));
        for (var step : Arrays.copyOfRange(steps, 2, steps.length - 1)) {
            node = node.get(step);
        }
        ((ObjectNode) node).put(steps[steps.length - 1], change.text);
        return new Mutant(path, where, change.told, file.toString());
    }

    private static Change shifted(JsonNode date, int days) {
        var text = LocalDate.parse(date.asText()).plusDays(days).toString();
        return new Change(date.asText() + " -> " + text, text);
    }

    private static Stream<Change> changes(String text) {
        var words = text.split(" ", -1);
        if (words.length == 1) {
            return other(text).map(other -> new Change(text + " -> " + other, other));
        }
        return IntStream.range(0, words.length)
                .mapToObj(at -> number(words[at]) ? changed(words, at) : without(words, at));
    }

    private static Change without(String[] words, int at) {
        var rest = new ArrayList<>(List.of(words));
        return new Change("without " + rest.remove(at), String.join(" ", rest));
    }

    private static Change changed(String[] words, int at) {
        var copy = words.clone();
        copy[at] = other(words[at]).findFirst().orElseThrow();
        return new Change(words[at] + " -> " + copy[at], String.join(" ", copy));
    }

    private static Stream<String> other(String text) {
        if (number(text)) {
            var number = new BigDecimal(text);
            return Stream.of(number.add(number.ulp()).toPlainString());
        }
        if (text.matches("[0-9]{4}-[0-9]{2}")) {
            return Stream.of(YearMonth.parse(text).plusMonths(1).toString());
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Stream.of(LocalDate.parse(text).plusDays(1).toString());
        }
        var kind = KINDS.stream().filter(words -> words.contains(text)).findFirst();
        if (kind.isPresent()) {
            var words = kind.get();
            return Stream.of(words.get((words.indexOf(text) + 1) % words.size()));
        }
        return Stream.of(text.substring(1) + text.charAt(0));
    }

    private static boolean number(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }

    /** All values that nobody has confirmed. */
    public static List<Uncertain> uncertain() {
        return paths().stream().flatMap(Mutants::uncertain).toList();
    }

    private static Stream<Uncertain> uncertain(String path) {
        var file = read(path);
        var values = file.withArray("values");
        return IntStream.range(0, values.size())
                .filter(at -> Status.UNCERTAIN
                        .word()
                        .equals((values.get(at).has("status") ? values.get(at) : file)
                                .get("status")
                                .asText()))
                .mapToObj(at -> new Uncertain(
                        path.replace(".yaml", ""),
                        values.get(at).get("effective").asText(),
                        of(path).stream()
                                .filter(mutant -> mutant.where().startsWith("values[" + at + "].value")
                                        || mutant.where().startsWith("values[" + at + "].table"))
                                .toList()));
    }

    /** A copy of its own for each. */
    private static ObjectNode read(String path) {
        return FILES.computeIfAbsent(path, Mutants::parse).deepCopy();
    }

    private static ObjectNode parse(String path) {
        try {
            return (ObjectNode) YAML.readTree(ROOT.resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
