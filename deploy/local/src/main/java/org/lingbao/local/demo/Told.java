package org.lingbao.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The story as it has been told so far: lines for people, or one document for programs. */
final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One step that came out as it should. */
    record Step(String name, List<String> lines, long millis) {}

    private final PrintStream lines;
    private final Consumer<String> begins;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private String current = "";
    private long begun;

    /**
     * @param lines where people read along
     * @param begins hears the name of each step before it is tried
     */
    Told(PrintStream lines, Consumer<String> begins) {
        this.lines = lines;
        this.begins = begins;
    }

    /** What is tried now; a failure is reported under this name. */
    void begin(String step) {
        current = step;
        begins.accept(step);
        begun = System.nanoTime();
    }

    /** The step that was begun came out so. */
    void end(String... told) {
        steps.add(new Step(current, List.of(told), (System.nanoTime() - begun) / 1_000_000));
        lines.println("%2d  %s".formatted(steps.size(), String.join("\n      ", told)));
    }

    /** A line that is no step. */
    void say(String line) {
        lines.println(line);
    }

    void figure(String name, Object value) {
        figures.put(name, value);
    }

    String current() {
        return current;
    }

    /** The whole as one JSON document; {@code failure} is empty when all went well. */
    String document(String failure) {
        var document = new LinkedHashMap<String, Object>();
        document.put("ok", failure.isEmpty());
        if (!failure.isEmpty()) {
            document.put("failedStep", current);
            document.put("failure", failure);
        }
        document.put("steps", steps);
        document.put("figures", figures);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
