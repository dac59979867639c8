package org.lingbao.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.Identity;
import org.lingbao.local.stack.Report;

/** The processor time of parts of the stack, with the processes that they have started and that still run. */
final class Processor {
    private final List<ProcessHandle> parts;

    Processor(Home home, String... names) {
        var report = Report.read(home.report()).orElseThrow(() -> new PartFailed("Nothing runs to be measured."));
        var wanted = List.of(names);
        parts = report.parts().stream()
                .filter(part -> wanted.contains(part.name()))
                .map(Report.PartReport::process)
                .flatMap(Stream::ofNullable)
                .map(Identity::running)
                .flatMap(Optional::stream)
                .toList();
        if (parts.size() != names.length) {
            throw new PartFailed("Not all of " + wanted + " run.");
        }
    }

    Duration used() {
        return parts.stream()
                .flatMap(part -> Stream.concat(Stream.of(part), part.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
