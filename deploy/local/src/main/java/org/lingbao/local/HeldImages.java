package org.lingbao.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.lingbao.local.demo.Story;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.NativeImage;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Report;
import org.lingbao.local.stack.Report.PartReport;
import org.lingbao.local.stack.Service;

/**
 * Holds native images against the JVM: the whole story is told by services on a JVM and then by the images, each time on an
 * empty stack. What is not as it should be ends it with one sentence, as in the demo.
 */
record HeldImages(Home home, PortPlan ports, List<Service> services, PrintStream out) {
    private static final Cell MEASURED = Cell.SHANDONG;
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);

    /**
     * What a service needed.
     *
     * @param readyMillis from its start, alone, to the first 200 of {@code /q/health/ready}
     * @param kilobytes of memory (RSS) after the story
     */
    private record Needed(long readyMillis, long kilobytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "ready after %.2f s, %d MB", readyMillis / 1000.0, kilobytes / 1024);
        }
    }

    int run() {
        var load = load();
        var onJvm = told(List.of());
        var asImage = told(services);
        out.printf(Locale.ROOT, "The same story, told twice. Load of the machine: %s before, %s after%n", load, load());
        for (var service : services) {
            var image = NativeImage.of(home.root(), service);
            var built = image.buildSeconds();
            out.printf(
                    Locale.ROOT,
                    "  %-13s image %s, %d MB: %s; on the JVM: %s%n",
                    service.text(),
                    built.isPresent() ? "built in " + built.getAsLong() + " s" : "built before",
                    image.bytes() / 1_000_000,
                    asImage.get(service),
                    onJvm.get(service));
        }
        return 0;
    }

    private Map<Service, Needed> told(List<Service> images) {
        var up = new Up(home, ports, List.of(), images, out);
        try {
            succeeded(up.run(true), "start");
            Story.tell(home, ports, Story.Plot.THREE_MONTHS, false, step -> {}, NOWHERE, NOWHERE);
            LeftOver.refuse(ports, Cell.USUAL);
            out.println("The story is told" + (images.isEmpty() ? "." : " by images of " + names(images) + "."));
            var needed = new EnumMap<Service, Needed>(Service.class);
            for (var service : services) {
                needed.put(service, needed(service, up));
            }
            return needed;
        } finally {
            succeeded(new Down(home, NOWHERE).run(), "stop");
        }
    }

    /** Its start is measured again alone: in the first one all start together. */
    private Needed needed(Service service, Up up) {
        var process = Objects.requireNonNull(part(service).process()).running().orElseThrow();
        var kilobytes = memory(process.pid());
        if (!process.destroy()) {
            throw new PartFailed("The " + service.text() + " service cannot be stopped.");
        }
        while (process.isAlive()) {
            Pause.millis(20);
        }
        succeeded(new Up(home, ports, up.cells(), up.images(), NOWHERE).run(false), "start again");
        return new Needed(part(service).millis(), kilobytes);
    }

    private static void succeeded(int status, String what) {
        if (status != 0) {
            throw new PartFailed("The stack did not " + what + "; the lines above say why.");
        }
    }

    private PartReport part(Service service) {
        var name = service.text() + " " + MEASURED.number();
        return Report.read(home.report()).stream()
                .flatMap(report -> report.parts().stream())
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PartFailed(name + " does not run."));
    }

    private static long memory(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new PartFailed("The process " + pid + " has ended."));
        } catch (IOException e) {
            throw new UncheckedIOException("memory is measured on Linux only", e);
        }
    }

    private static String names(List<Service> services) {
        var names = new ArrayList<String>();
        services.forEach(service -> names.add(service.text()));
        return String.join(", ", names);
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
