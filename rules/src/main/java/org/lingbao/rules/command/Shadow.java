package org.lingbao.rules.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.forecast.Assumptions;
import org.lingbao.rules.shadow.Person;
import org.lingbao.rules.shadow.Report;
import org.lingbao.rules.shadow.ShadowRun;
import org.lingbao.rules.value.Rate;

/** {@code shadow}: what a pack that is still being written would do to a population. */
final class Shadow {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private Shadow() {}

    static int run(List<String> words, LocalDate today, Output output) {
        var options =
                Options.parse("shadow", words, Set.of("--json"), Set.of("--pack", "--people", "--on", "--wage-growth"));
        var pack = options.value("--pack", Path::of)
                .orElseThrow(() -> new Misuse("rules shadow needs --pack DIR, with the files that are to change"));
        var people = options.value("--people", Path::of)
                .orElseThrow(() -> new Misuse("rules shadow needs --people FILE; rules people makes one"));
        var on = options.value("--on", LocalDate::parse).orElse(today);
        var growth = options.value("--wage-growth", Rate::of).orElse(new Rate(BigDecimal.ZERO));
        var files = packed(pack);
        var run = new ShadowRun(
                Law.standard(), Law.of(RuleFiles.standard().overlaidBy(pack)), new Assumptions(growth, null), on);
        var started = System.nanoTime();
        var report = report(run, people, progress(started, output));
        var took = Duration.ofNanos(System.nanoTime() - started);
        var view = new ShadowView(report, files, on, took);
        if (options.has("--json")) {
            output.json(view.json());
        } else {
            view.lines().forEach(output::line);
        }
        return report.unreadable() == 0 ? Main.GOOD : Main.FAILED;
    }

    private static List<String> packed(Path pack) {
        var files = Files.isDirectory(pack) ? RuleFiles.parametersBelow(pack) : List.<String>of();
        if (files.isEmpty()) {
            throw new Misuse("rules shadow finds no rule files below " + pack
                    + "; there should be some like 370000/employee/limits.yaml");
        }
        return files;
    }

    private static Report report(ShadowRun run, Path people, LongConsumer progress) {
        try (var reader = Files.newBufferedReader(people, StandardCharsets.UTF_8)) {
            refuseOtherFiles(people, reader);
            return run.over(reader.lines().iterator(), 2, progress);
        } catch (IOException e) {
            throw new Misuse("rules shadow cannot read " + people + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Misuse("rules shadow was interrupted");
        } catch (IllegalStateException broken) {
            throw new Misuse("rules shadow: " + broken.getMessage());
        }
    }

    private static void refuseOtherFiles(Path people, BufferedReader reader) throws IOException {
        if (!Person.HEADER.equals(reader.readLine())) {
            throw new Misuse("rules shadow: " + people + " does not begin with the line " + Person.HEADER
                    + "; rules people makes such a file");
        }
    }

    private static LongConsumer progress(long started, Output output) {
        var next = new long[] {started + BETWEEN_LINES.toNanos()};
        return read -> {
            var now = System.nanoTime();
            if (now >= next[0]) {
                next[0] = now + BETWEEN_LINES.toNanos();
                output.complain("  %,d people read".formatted(read));
            }
        };
    }
}
