package org.lingbao.manifests;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code ./lingbao manifests}: renders every overlay and says what is wrong in it. */
public final class Main {
    /** All is as it should be. */
    static final int GOOD = 0;
    /** There are findings, or nothing could be rendered. */
    static final int FAILED = 1;
    /** The command was not understood. */
    static final int MISUSED = 2;

    private final Path root;
    private final PrintStream out;
    private final PrintStream complaints;

    Main(Path root, PrintStream out, PrintStream complaints) {
        this.root = root;
        this.out = out;
        this.complaints = complaints;
    }

    public static void main(String[] args) {
        var root = Path.of(System.getProperty("lingbao.root", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(new Main(root, utf8(System.out), utf8(System.err)).run(List.of(args)));
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    int run(List<String> words) {
        try {
            return run(Options.parse(words));
        } catch (Options.Misuse misuse) {
            complaints.println(misuse.getMessage());
            return MISUSED;
        } catch (Kubectl.Unusable nothingRendered) {
            complaints.println(nothingRendered.getMessage());
            return FAILED;
        }
    }

    private int run(Options options) {
        if (options.action().equals("topics")) {
            return topics();
        }
        var names = options.cell() == null ? Rendering.overlays(root) : List.of(cell(options.cell()));
        var rendering =
                new Rendering(root, Kubectl.find(options.kubectl(), root.resolve("deploy/manifests/target/kubectl")));
        if (options.action().equals("render")) {
            out.print(rendering.yaml(names.getFirst()));
            return GOOD;
        }
        var overlays = names.stream().map(rendering::overlay).toList();
        if (options.action().equals("secrets")) {
            return secrets(overlays, options.json());
        }
        // alerts and dashboards are no cell's
        return check(overlays, options.cell() == null ? List.of(rendering.observability()) : List.of(), options);
    }

    private String cell(String name) {
        var all = Rendering.overlays(root);
        if (!all.contains(name)) {
            throw new Options.Misuse("there is no overlay " + name + ", but " + String.join(", ", all));
        }
        return name;
    }

    private int check(List<Overlay> overlays, List<Overlay> observability, Options options) {
        var project = Project.read(root);
        var suite = Suite.of(project);
        var whole = options.definitions() == null ? suite : suite.and(CustomSchemas.of(options.definitions()));
        var report = Report.of(overlays, whole).and(Report.of(observability, Suite.ofObservability(project)));
        out.println(options.json() ? report.json() : report.text());
        return report.findings().isEmpty() ? GOOD : FAILED;
    }

    private int secrets(List<Overlay> overlays, boolean json) {
        var needed = new LinkedHashMap<String, Map<String, TreeSet<String>>>();
        overlays.forEach(overlay -> needed.put(overlay.name(), References.secrets(overlay)));
        if (json) {
            out.println(Report.json(needed));
        } else {
            needed.forEach((overlay, secrets) -> {
                out.println("Secrets that cell " + overlay + " needs in its namespace, with their keys:");
                secrets.forEach((name, keys) -> out.printf("  %-30s %s%n", name, String.join(", ", keys)));
            });
        }
        return GOOD;
    }

    private int topics() {
        var topics = Project.read(root).topics();
        try {
            var file = Files.writeString(root.resolve(Topics.FILE), Topics.yaml(topics));
            out.println("Wrote " + topics.size() + " topics to " + root.relativize(file));
            return GOOD;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
