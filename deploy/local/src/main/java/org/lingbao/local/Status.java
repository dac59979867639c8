package org.lingbao.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.Identity;
import org.lingbao.local.stack.Report;
import org.lingbao.local.stack.Report.PartReport;
import org.lingbao.local.stack.Report.State;

/** Says how everything is. */
record Status(Home home, PrintStream out) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @return 0 when everything is ready */
    int run(boolean json) {
        var report = Report.read(home.report()).filter(Report::current);
        if (json) {
            out.println(json(report));
        } else {
            report.ifPresentOrElse(this::tell, () -> out.println("Nothing is running; ./lingbao up starts it."));
        }
        return report.filter(Report::ready).isPresent() ? 0 : 1;
    }

    private void tell(Report report) {
        out.println("Supervisor pid " + report.supervisor().pid() + ", "
                + report.phase().toString().toLowerCase(Locale.ROOT) + ", cells " + report.cells()
                + (report.images().isEmpty() ? "" : ", native images " + report.images()));
        for (var part : report.parts()) {
            out.println(line(part));
        }
        if (report.failure() != null) {
            out.println(report.failure());
        }
        if (report.parts().stream().anyMatch(part -> part.state() == State.DEAD)) {
            out.println("Something has died; ./lingbao up starts it again.");
        }
    }

    static String line(PartReport part) {
        var pid = part.process() == null ? "" : "pid " + part.process().pid();
        var state = switch (part.state()) {
            case READY -> "ready after %d.%d s".formatted(part.millis() / 1000, part.millis() / 100 % 10);
            case DEAD -> "DEAD; its log is " + part.log();
            case WAITING, STARTING -> part.state().toString().toLowerCase(Locale.ROOT);
        };
        return "  %-17s port %-6d %-12s %s".formatted(part.name(), part.port(), pid, state);
    }

    private static String json(Optional<Report> report) {
        var document = new LinkedHashMap<String, Object>();
        document.put("running", report.isPresent());
        document.put("ready", report.filter(Report::ready).isPresent());
        report.ifPresent(known -> {
            document.put("supervisor", known.supervisor().pid());
            document.put("phase", known.phase());
            document.put("portOffset", known.offset());
            document.put("cells", known.cells());
        });
        document.put(
                "parts",
                report.map(Report::parts).orElse(List.of()).stream()
                        .map(Status::json)
                        .toList());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> json(PartReport part) {
        var one = new LinkedHashMap<String, Object>();
        one.put("name", part.name());
        one.put("state", part.state());
        one.put("port", part.port());
        Optional.ofNullable(part.process()).map(Identity::pid).ifPresent(pid -> one.put("pid", pid));
        one.put("startMillis", part.millis());
        one.put("log", part.log());
        return one;
    }
}
