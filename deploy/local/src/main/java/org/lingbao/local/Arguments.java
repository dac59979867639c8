package org.lingbao.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lingbao.local.bench.Contests;
import org.lingbao.local.chain.VerifyLedger;
import org.lingbao.local.faults.Kills;
import org.lingbao.local.faults.Trials;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;

/** What was asked for on the command line. */
sealed interface Arguments {
    /** How many services are killed under the story where that is one of many trials. */
    int STORIES_AMONG_OTHERS = 10;

    /**
     * Start what is missing.
     *
     * @param cells nothing: those that run already, or else the usual ones
     * @param images the services that run as native images; nothing: as they run already, or else none
     */
    record Up(boolean fresh, List<Cell> cells, List<Service> images) implements Arguments {}

    /** Stop everything. */
    record Down() implements Arguments {}

    /** Say how everything is. */
    record Status(boolean json) implements Arguments {}

    /**
     * Do the main job and tell it.
     *
     * @param cells nothing: those that run, or else the usual ones; with Shanghai the story ends there
     */
    record Demo(boolean json, boolean resume, List<Cell> cells) implements Arguments {}

    /**
     * See what the stack survives.
     *
     * @param name of one trial; nothing: all of them
     * @param services how many of the faults that kill a service under the story
     * @param kills how often what is killed while payments come in; nothing: as many as there is time for
     * @param brief whether each trial is to be short
     */
    record Faults(Optional<String> name, long seed, int services, Optional<Kills> kills, boolean brief)
            implements Arguments {}

    /**
     * Replace an earlier release by this one under load.
     *
     * @param earlier its checkout, which the script has built
     */
    record Upgrade(Path earlier, long seed) implements Arguments {}

    /** Search for what must stay nowhere. */
    record Leaks(long seed) implements Arguments {}

    /**
     * Measure on the running stack; the script starts one for it.
     *
     * @param size how many rows
     */
    record Bench(Contests contest, int size, int pairs, boolean json) implements Arguments {}

    /** An offset under which all ports are free: for a second stack on the machine, such as the tests'. */
    record FreeOffset() implements Arguments {}

    /** Do what is done once so that each start is short; the script asks for it after a build. */
    record Prepare() implements Arguments {}

    /**
     * Fetch the logs of what cells wrote to each other.
     *
     * @param cells nothing: all that run
     */
    record ExportLog(List<Cell> cells) implements Arguments {}

    /**
     * Prove exported ledgers.
     *
     * @param cells whose to fetch where no file is named; nothing: all that run
     */
    record Verify(VerifyLedger proof, List<Cell> cells) implements Arguments {}

    /** Hold native images, which are built, against the JVM. */
    record Native(List<Service> services) implements Arguments {}

    /** How to use it all, or one command. */
    record Help(String text) implements Arguments {}

    /** Not understood: one line that says what was meant, perhaps. */
    record Wrong(String sentence) implements Arguments {}

    /** What only the script asks for. */
    Set<String> SCRIPTED =
            Set.of("free-offset", "prepare", "export-log", "bench", "hold-images", "replace-release", "verify-ledger");

    /** Reads the words after {@code ./lingbao}. */
    static Arguments of(String... words) {
        var rest = new ArrayDeque<>(Arrays.asList(words));
        var command = rest.isEmpty() ? "help" : rest.removeFirst();
        if (Set.of("help", "--help", "-h").contains(command)) {
            return help(rest.isEmpty() ? "help" : rest.removeFirst());
        }
        if (!SCRIPTED.contains(command) && Manual.of(command).isEmpty()) {
            return unknownCommand(command);
        }
        if (rest.contains("--help") || rest.contains("-h")) {
            return help(command);
        }
        return switch (command) {
            case "up" -> up(rest);
            case "down" ->
                flags("down", rest, Set.of()).<Arguments>map(Wrong::new).orElseGet(Down::new);
            case "status" -> status(rest);
            case "demo" -> demo(rest);
            case "faults" -> faults(rest);
            case "leaks" -> leaks(rest);
            case "bench" -> bench(rest);
            case "free-offset" -> new FreeOffset();
            case "prepare" -> new Prepare();
            case "hold-images" -> new Native(Service.list(String.join(",", rest)));
            case "replace-release" -> upgrade(rest);
            case "verify-ledger" -> verifyLedger(rest);
            case "export-log" -> new ExportLog(rest.size() > 1 ? Cell.list(rest.getLast()) : List.of());
            default ->
                new Wrong("./lingbao " + command + " is done by the script ./lingbao itself; run it from there.");
        };
    }

    private static Arguments help(String command) {
        return Manual.of(command).<Arguments>map(Help::new).orElseGet(() -> unknownCommand(command));
    }

    private static Arguments up(Deque<String> rest) {
        var cells = cells(rest);
        var images = Service.list(value("--native", rest).orElse(""));
        return flags("up", rest, Set.of("--fresh"))
                .<Arguments>map(Wrong::new)
                .orElseGet(() -> new Up(rest.contains("--fresh"), cells, images));
    }

    /** Takes {@code --cells 37,21} out of the words. */
    private static List<Cell> cells(Deque<String> rest) {
        return value("--cells", rest).map(Cell::list).orElse(List.of());
    }

    /** Takes an option with its value out of the words, written with a blank or with {@code =} between them. */
    private static Optional<String> value(String option, Deque<String> rest) {
        var value = Optional.<String>empty();
        var others = new ArrayList<String>();
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            if (word.equals(option) && !rest.isEmpty()) {
                value = Optional.of(rest.removeFirst());
            } else if (word.startsWith(option + "=")) {
                value = Optional.of(word.substring(option.length() + 1));
            } else {
                others.add(word);
            }
        }
        rest.addAll(others);
        return value;
    }

    private static Arguments status(Deque<String> rest) {
        return flags("status", rest, Set.of("--json"))
                .<Arguments>map(Wrong::new)
                .orElseGet(() -> new Status(rest.contains("--json")));
    }

    private static Arguments demo(Deque<String> rest) {
        var cells = cells(rest);
        return flags("demo", rest, Set.of("--json", "--resume"))
                .<Arguments>map(Wrong::new)
                .orElseGet(() -> new Demo(rest.contains("--json"), rest.contains("--resume"), cells));
    }

    private static Arguments faults(Deque<String> rest) {
        var name = rest.isEmpty() || rest.getFirst().startsWith("--") ? "all" : rest.removeFirst();
        if (!name.equals("all") && !Trials.names().contains(name)) {
            return new Wrong("There is no fault \"" + name + "\"; there are all, transfer, upgrade, "
                    + String.join(", ", Trials.names()) + ".");
        }
        var brief = rest.remove("--brief");
        var kills = kills(rest);
        var services = name.equals("all") ? STORIES_AMONG_OTHERS : Integer.MAX_VALUE;
        return numbers(rest, Map.of("--seed", 1L, "--services", (long) services))
                .<Arguments>map(numbers -> new Faults(
                        Optional.of(name).filter(one -> !one.equals("all")),
                        numbers.getOrDefault("--seed", 1L),
                        numbers.getOrDefault("--services", 0L).intValue(),
                        kills,
                        brief))
                .orElseGet(
                        () -> new Wrong("./lingbao faults takes a name, --seed N and --services K with whole numbers,"
                                + " --kills A,B,C and --brief; see ./lingbao help faults."));
    }

    private static Arguments upgrade(Deque<String> rest) {
        var earlier = Path.of(rest.removeFirst());
        return numbers(rest, Map.of("--seed", 1L))
                .<Arguments>map(numbers -> new Upgrade(earlier, numbers.getOrDefault("--seed", 1L)))
                .orElseGet(() -> new Wrong("./lingbao faults upgrade takes --from REVISION and --seed N with a whole"
                        + " number; see ./lingbao help faults."));
    }

    /** Takes {@code --kills 50,10,10} out of the words; what cannot be read stays there. */
    private static Optional<Kills> kills(Deque<String> rest) {
        var words = List.copyOf(rest);
        var at = words.indexOf("--kills");
        var kills = at < 0 || at + 1 == words.size() ? Optional.<Kills>empty() : Kills.read(words.get(at + 1));
        if (kills.isPresent()) {
            rest.clear();
            rest.addAll(words.subList(0, at));
            rest.addAll(words.subList(at + 2, words.size()));
        }
        return kills;
    }

    private static Arguments verifyLedger(Deque<String> rest) {
        var cells = value("--cell", rest).map(Cell::list).orElse(List.of());
        var heads = value("--heads", rest).map(Path::of).map(List::of).orElse(List.of());
        var json = rest.remove("--json");
        return rest.stream()
                .filter(word -> word.startsWith("-"))
                .findFirst()
                .<Arguments>map(word ->
                        new Wrong("./lingbao verify ledger does not know \"" + word + "\"; see ./lingbao help verify."))
                .orElseGet(() ->
                        new Verify(new VerifyLedger(rest.stream().map(Path::of).toList(), heads, json), cells));
    }

    private static Arguments leaks(Deque<String> rest) {
        return numbers(rest, Map.of("--seed", 1L))
                .<Arguments>map(numbers -> new Leaks(numbers.getOrDefault("--seed", 1L)))
                .orElseGet(() ->
                        new Wrong("./lingbao leaks takes --seed N with a whole number; see ./lingbao help leaks."));
    }

    private static Arguments bench(Deque<String> rest) {
        var contest = Contests.named(rest.isEmpty() ? "" : rest.removeFirst());
        var json = rest.remove("--json");
        var own = contest.filter(Contests.IMPORT::equals).isPresent() ? "--persons" : "--size";
        var words = new ArrayDeque<>(
                rest.stream().map(word -> word.equals(own) ? "--size" : word).toList());
        var usual = Map.of("--size", (long) contest.map(Contests::usualSize).orElse(1), "--pairs", 5L);
        return contest.<Arguments>flatMap(one -> numbers(words, usual)
                        .filter(numbers -> !numbers.containsValue(0L))
                        .map(numbers -> new Bench(
                                one,
                                numbers.getOrDefault("--size", 1L).intValue(),
                                numbers.getOrDefault("--pairs", 1L).intValue(),
                                json)))
                .orElseGet(() -> new Wrong("./lingbao bench takes one of rules, " + Contests.names()
                        + ", and --size N, --pairs K, --json; see ./lingbao help bench."));
    }

    /** Options with whole numbers, or nothing where another stands among them. */
    private static Optional<Map<String, Long>> numbers(Deque<String> rest, Map<String, Long> usual) {
        var numbers = new HashMap<>(usual);
        while (!rest.isEmpty()) {
            var option = rest.removeFirst();
            var value = rest.isEmpty() ? "" : rest.removeFirst();
            if (!numbers.containsKey(option) || !value.matches("\\d{1,9}")) {
                return Optional.empty();
            }
            numbers.put(option, Long.parseLong(value));
        }
        return Optional.of(numbers);
    }

    /** @return what is wrong with the given options, if anything */
    private static Optional<String> flags(String command, Iterable<String> given, Set<String> known) {
        for (var flag : given) {
            if (!known.contains(flag)) {
                return Optional.of("./lingbao " + command + " does not know \"" + flag + "\"; see ./lingbao help "
                        + command + ".");
            }
        }
        return Optional.empty();
    }

    private static Wrong unknownCommand(String command) {
        return new Wrong("There is no command \"" + command + "\"; did you mean ./lingbao " + Manual.nearest(command)
                + "? All commands: ./lingbao help");
    }
}
