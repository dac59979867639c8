package org.lingbao.rules.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.ValueInForce;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Text;
import org.lingbao.rules.value.Place;

/** {@code list}: every value in force in a place on a day, with its source. */
final class ListValues {
    private static final Text DATES = new Text("%s，自 %s 起施行，%s 公布", "%s, in force from %s, published %s");

    private ListValues() {}

    static int run(List<String> words, LocalDate today, Output output) {
        var options = Options.parse("list", words, Set.of("--json"), Set.of("--place", "--on", "--known", "--lang"));
        var language = options.language();
        var place = options.value("--place", ListValues::place).orElse(null);
        var on = options.value("--on", LocalDate::parse).orElse(today);
        var known = options.value("--known", LocalDate::parse).orElse(on);
        var files = RuleFiles.standard();
        if (place != null && !files.provinces().contains(place.province())) {
            output.complain("rules list: no rules are loaded for " + named(place) + "; they are for "
                    + files.provinces().stream().map(ListValues::named).collect(Collectors.joining(", ")));
            return Main.FAILED;
        }
        var values = files.inForce(place, on, known);
        if (options.has("--json")) {
            output.json(json(place, on, known, values));
        } else {
            values.forEach(value -> print(value, language, output));
        }
        return Main.GOOD;
    }

    /** A code that is in the list of places. */
    private static Place place(String code) {
        var place = new Place(code);
        if (place.name().isPresent()) {
            return place;
        }
        var near = place.suggestions().stream().map(ListValues::named).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "no place has the code " + code + (near.isEmpty() ? "" : "; near it: " + near));
    }

    private static String named(Place place) {
        return place.code() + place.name().map(" "::concat).orElse("");
    }

    private static void print(ValueInForce value, Language language, Output output) {
        var version = value.version();
        var citation = version.citation();
        var sure =
                version.status() == Status.OFFICIAL ? "" : " · [" + language.of(TraceTree.text(version.status())) + "]";
        output.line(language.of(version.title()) + " · " + version.parameter());
        output.line("  " + version.written() + " · "
                + language.of(DATES).formatted(value.unit(), version.effective(), citation.published()) + sure);
        output.line("  " + citation.text() + " " + citation.href());
    }

    private static ObjectNode json(@Nullable Place place, LocalDate on, LocalDate known, List<ValueInForce> values) {
        var json = Answers.object();
        json.put("place", place == null ? null : place.code())
                .put("on", on.toString())
                .put("known", known.toString());
        var array = json.putArray("values");
        values.forEach(value -> array.add(json(value)));
        return json;
    }

    private static ObjectNode json(ValueInForce value) {
        var version = value.version();
        var citation = version.citation();
        var json = Answers.object().put("parameter", version.parameter());
        json.putObject("name")
                .put("zh", version.title().zh())
                .put("en", version.title().en());
        if (version.value().single() != null) {
            json.put("value", version.value().single());
        } else {
            var table = json.putObject("table");
            version.value().table().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> table.put(entry.getKey(), entry.getValue()));
        }
        json.put("unit", value.unit())
                .put("effective", version.effective().toString())
                .put("published", citation.published().toString())
                .put("status", version.status().word())
                .put("description", value.description());
        json.putObject("source")
                .put("title", citation.title())
                .put("number", citation.number())
                .put("href", citation.href());
        return json;
    }
}
