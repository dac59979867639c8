package org.lingbao.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lingbao.local.demo.ExportLog;
import org.lingbao.local.demo.Story;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Kills;
import org.lingbao.local.faults.Trials;
import org.lingbao.local.leaks.Leaks;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Preparation;
import org.lingbao.local.stack.Report;

/** The launcher behind {@code ./lingbao}. Exit codes: 0 done, 1 failed (one sentence says why), 2 not understood. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        int status;
        try {
            status = run(words);
        } catch (PartFailed e) {
            System.err.println(e.getMessage());
            status = 1;
        }
        System.out.flush();
        System.exit(status);
    }

    private static int run(String... words) {
        return switch (Arguments.of(words)) {
            case Arguments.Up up -> new Up(home(), ports(), up.cells(), up.images(), System.out).run(up.fresh());
            case Arguments.Down down -> new Down(home(), System.out).run();
            case Arguments.Status status -> new Status(home(), System.out).run(status.json());
            case Arguments.Demo demo -> demo(demo);
            case Arguments.Faults faults -> faults(faults);
            case Arguments.Upgrade upgrade -> upgrade(upgrade);
            case Arguments.Leaks leaks -> leaks(leaks.seed());
            case Arguments.Bench bench ->
                bench.contest().run(home(), ports(), bench.size(), bench.pairs(), bench.json(), System.out, System.err);
            case Arguments.Native held -> new HeldImages(home(), ports(), held.services(), System.out).run();
            case Arguments.FreeOffset free ->
                print(Integer.toString(PortPlan.free().offset()));
            case Arguments.Prepare prepare -> prepare();
            case Arguments.ExportLog export -> exportLog(export.cells());
            case Arguments.Verify verify ->
                verify.proof().run(() -> exported(verify.cells(), ExportLog::ledgers), Main::noted, System.out);
            case Arguments.Help help -> print(help.text().stripTrailing());
            case Arguments.Wrong wrong -> {
                System.err.println(wrong.sentence());
                yield 2;
            }
        };
    }

    /** With --json, standard output is one document; everything else goes to standard error. */
    private static int demo(Arguments.Demo asked) {
        var home = home();
        var ports = ports();
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        startIfNeeded(home, ports, asked.cells(), asked.json() ? System.err : System.out);
        Story.tell(
                home,
                ports,
                asked.cells().contains(Cell.SHANGHAI) ? Story.Plot.TO_SHANGHAI : Story.Plot.THREE_MONTHS,
                asked.resume(),
                step -> {},
                asked.json() ? nowhere : System.out,
                asked.json() ? System.out : nowhere);
        return 0;
    }

    private static int faults(Arguments.Faults asked) {
        var home = home();
        startIfNeeded(home, ports(), List.of(), System.out);
        return Trials.run(ground(home, asked), asked.name());
    }

    /** On a stack that is begun for it and has nothing of an older one. */
    private static int upgrade(Arguments.Upgrade asked) {
        var home = home();
        var usual = new Arguments.Faults(Optional.empty(), asked.seed(), 0, Optional.empty(), false);
        home.erase();
        home.prepare();
        return Trials.upgrade(
                ground(home, usual),
                asked.earlier(),
                () -> startIfNeeded(home, ports(), List.of(Cell.SHANDONG), System.out));
    }

    private static Ground ground(Home home, Arguments.Faults asked) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        var ports = ports();
        return new Ground(
                home,
                ports,
                asked.seed(),
                asked.services(),
                () -> startIfNeeded(home, ports, List.of(), silent),
                System.out,
                asked.brief(),
                asked.kills().orElse(Kills.usual(asked.brief(), asked.name().isEmpty())));
    }

    private static int leaks(long seed) {
        var home = home();
        startIfNeeded(home, ports(), List.of(), System.out);
        var running = Report.read(home.report()).orElseThrow();
        return Leaks.run(
                home,
                new PortPlan(running.offset()),
                running.cells().stream().map(Cell::new).toList(),
                home.root().resolve("contracts"),
                seed,
                System.out);
    }

    /** One path a line. */
    private static int exportLog(List<Cell> cells) {
        exported(cells, ExportLog::run).forEach(System.out::println);
        return 0;
    }

    /** What was fetched from running cells. */
    private static List<Path> exported(List<Cell> cells, Fetching fetching) {
        var home = home();
        var running = Report.read(home.report())
                .filter(Report::current)
                .orElseThrow(() -> new PartFailed("Nothing runs; ./lingbao up starts it, or name files to verify."));
        var chosen = cells.isEmpty() ? running.cells().stream().map(Cell::new).toList() : cells;
        return fetching.fetch(home, new PortPlan(running.offset()), chosen);
    }

    /** Fetches something of each cell into a file. */
    private interface Fetching {
        List<Path> fetch(Home home, PortPlan ports, List<Cell> cells);
    }

    /** Where the seals of a cell's ledger are noted; they are forgotten with the ledger. */
    private static Path noted(String cell) {
        return home().export("ledger-" + cell + ".heads");
    }

    private static void startIfNeeded(Home home, PortPlan ports, List<Cell> cells, PrintStream out) {
        if (!cells.isEmpty() || Report.read(home.report()).filter(Report::ready).isEmpty()) {
            var status = new Up(home, ports, cells, List.of(), out).run(false);
            assert status == 0;
        }
    }

    private static int prepare() {
        var home = home();
        home.prepare();
        Preparation.run(home);
        return 0;
    }

    private static int print(String text) {
        System.out.println(text);
        return 0;
    }

    private static Home home() {
        var root = Path.of(System.getProperty("lingbao.root", "")).toAbsolutePath();
        var path = environment("LINGBAO_HOME").map(Path::of).orElse(root.resolve(".lingbao"));
        return new Home(path.toAbsolutePath().normalize(), root.normalize());
    }

    private static PortPlan ports() {
        return PortPlan.of(environment("LINGBAO_PORT_OFFSET").orElse(""));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
