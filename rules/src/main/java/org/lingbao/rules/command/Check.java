package org.lingbao.rules.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lingbao.rules.Law;

/** {@code check FILE}: asks the rules every vector of the file and tells where they answer otherwise. */
final class Check {
    private Check() {}

    static int run(Law law, List<String> words, Output output) {
        if (words.size() != 1 || words.getFirst().startsWith("-")) {
            throw new Misuse("rules check takes one FILE; see rules --help");
        }
        var passed = 0;
        var failed = 0;
        for (var line : lines(Path.of(words.getFirst()))) {
            if (line.isBlank()) {
                continue;
            }
            var verdict = Verdict.of(law, line);
            if (verdict.passed()) {
                passed++;
            } else {
                failed++;
                output.line(verdict);
            }
        }
        output.line(passed + " passed, " + failed + " failed");
        return failed == 0 ? Main.GOOD : Main.FAILED;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Misuse("rules check cannot read " + file + ": " + e);
        }
    }
}
