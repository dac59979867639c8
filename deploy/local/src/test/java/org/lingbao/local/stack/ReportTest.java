package org.lingbao.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Identity SELF = Identity.of(ProcessHandle.current());

    private static Report report(Identity supervisor, Report.State state) {
        var part = new Report.PartReport("Kafka", 8012, state, null, 1234, "kafka.log");
        return new Report(supervisor, 0, List.of(37), List.of(), Report.Phase.RUNNING, "", null, List.of(part));
    }

    @Test
    void a_report_is_read_as_it_was_written(@TempDir Path directory) {
        var file = directory.resolve("stack.json");
        var written = report(SELF, Report.State.READY);
        written.write(file);

        assertThat(Report.read(file)).contains(written);
        assertThat(written.ready()).isTrue();
    }

    @Test
    void a_dead_part_is_not_ready() {
        assertThat(report(SELF, Report.State.DEAD).ready()).isFalse();
    }

    @Test
    void after_a_power_cut_the_same_pid_is_somebody_else() {
        var beforeTheCut = new Identity(SELF.pid(), SELF.startMillis() - 60_000);

        assertThat(report(beforeTheCut, Report.State.READY).current()).isFalse();
        assertThat(report(SELF, Report.State.READY).current()).isTrue();
    }

    @Test
    void a_supervisor_that_knew_no_images_has_none(@TempDir Path directory) throws IOException {
        var file = directory.resolve("stack.json");
        report(SELF, Report.State.READY).write(file);
        Files.writeString(file, Files.readString(file).replace("\"images\":[],", ""));

        assertThat(Report.read(file).orElseThrow().images()).isEmpty();
    }

    @Test
    void a_report_that_was_cut_off_is_none(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("stack.json"), "{\"supervisor\":{\"pid\":1");

        assertThat(Report.read(file)).isEmpty();
        assertThat(Report.read(directory.resolve("absent.json"))).isEmpty();
    }
}
