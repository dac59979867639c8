package org.lingbao.rules.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.lingbao.rules.Law;

/** The command line of the rules: {@code check}, {@code explain}, {@code list}, {@code people} and {@code shadow}. */
public final class Main {
    /** All is as asked. */
    static final int GOOD = 0;
    /** A vector failed, or there is no answer. */
    static final int FAILED = 1;
    /** The command was not understood. */
    static final int MISUSED = 2;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String USAGE = """
            rules check FILE
                asks the rules every case of the file (JSON lines with id, rule, input, expect) and names every difference
            rules explain --rule RULE --input JSON [--lang zh|en] [--json]
                shows how the rules answer one question: each step with its article, each value with its dates
            rules list [--place CODE] [--on DATE] [--known DATE] [--lang zh|en] [--json]
                shows every value in force in a place on a day (today), as known on that day or on another
            rules people --count N [--seed S] [--on DATE]
                writes a synthetic population, the same for the same seed
            rules shadow --pack DIR --people FILE [--on DATE] [--wage-growth 0.02] [--json]
                shows what the rule files below DIR, in front of today's, would change for whom and by how much

            Exit status: 0 all is well; 1 a case differs, or the law's data for it is not loaded; 2 not understood.
            Rules: %s""";

    private Main() {}

    public static void main(String[] args) {
        var output = new Output(utf8(System.out), utf8(System.err));
        System.exit(run(args, LocalDate.now(Clock.system(CHINA)), output));
    }

    /**
     * @param today where the command line names no day
     * @return the exit status
     */
    static int run(String[] args, LocalDate today, Output output) {
        var words = Arrays.asList(args);
        if (words.isEmpty()) {
            output.complain(usage());
            return MISUSED;
        }
        if (words.contains("--help") || words.contains("-h") || words.getFirst().equals("help")) {
            output.line(usage());
            return GOOD;
        }
        try {
            return run(words.getFirst(), words.subList(1, words.size()), today, output);
        } catch (Misuse misuse) {
            output.complain(misuse.sentence());
            return MISUSED;
        }
    }

    private static int run(String command, List<String> rest, LocalDate today, Output output) {
        return switch (command) {
            case "check" -> Check.run(Law.standard(), rest, output);
            case "explain" -> Explain.run(Law.standard(), rest, output);
            case "list" -> ListValues.run(rest, today, output);
            case "people" -> Population.run(rest, today, output);
            case "shadow" -> Shadow.run(rest, today, output);
            default ->
                throw new Misuse("rules knows check, explain, list, people and shadow, not \"" + command
                        + "\"; see rules --help");
        };
    }

    private static String usage() {
        return USAGE.formatted(String.join(", ", Answers.names()));
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
