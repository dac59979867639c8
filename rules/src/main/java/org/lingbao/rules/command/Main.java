package org.lingbao.rules.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lingbao.rules.Law;

/** {@code check FILE}: asks the rules every vector of the file and tells where they answer otherwise. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /** The exit status: 0 only when no vector failed. */
    static int run(String[] args, PrintStream out) {
        if (args.length != 2 || !args[0].equals("check")) {
            out.println("usage: check FILE");
            return USAGE;
        }
        try {
            return check(Path.of(args[1]), out);
        } catch (IOException e) {
            out.println("cannot read " + args[1] + ": " + e.getMessage());
            return USAGE;
        }
    }

    private static int check(Path file, PrintStream out) throws IOException {
        var passed = 0;
        var failed = 0;
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            var verdict = Verdict.of(Law.standard(), line);
            if (verdict.passed()) {
                passed++;
            } else {
                failed++;
                out.println(verdict);
            }
        }
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0 ? 0 : FAILED;
    }
}
