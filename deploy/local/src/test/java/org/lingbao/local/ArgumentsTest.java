package org.lingbao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lingbao.local.bench.Contests;
import org.lingbao.local.chain.VerifyLedger;
import org.lingbao.local.faults.Kills;
import org.lingbao.local.faults.Trials;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;

class ArgumentsTest {
    @Test
    void every_command_is_understood_with_its_options() {
        assertThat(Arguments.of("up")).isEqualTo(new Arguments.Up(false, List.of(), List.of()));
        assertThat(Arguments.of("up", "--fresh")).isEqualTo(new Arguments.Up(true, List.of(), List.of()));
        assertThat(Arguments.of("up", "--cells", "37,21,31", "--fresh"))
                .isEqualTo(new Arguments.Up(true, List.of(Cell.SHANDONG, Cell.LIAONING, new Cell(31)), List.of()));
        assertThat(Arguments.of("up", "--cells=21"))
                .isEqualTo(new Arguments.Up(false, List.of(Cell.LIAONING), List.of()));
        assertThat(Arguments.of("up", "--native", "transfer,job-matching"))
                .isEqualTo(new Arguments.Up(false, List.of(), List.of(Service.TRANSFER, Service.JOB_MATCHING)));
        assertThat(Arguments.of("hold-images", "enrollment", "transfer"))
                .isEqualTo(new Arguments.Native(List.of(Service.ENROLLMENT, Service.TRANSFER)));
        assertThat(Arguments.of("export-log", "--cells", "21"))
                .isEqualTo(new Arguments.ExportLog(List.of(Cell.LIAONING)));
        assertThat(Arguments.of("export-log")).isEqualTo(new Arguments.ExportLog(List.of()));
        assertThat(Arguments.of("verify-ledger", "--json", "--heads", "heads", "ledger-37.ndjson"))
                .isEqualTo(new Arguments.Verify(
                        new VerifyLedger(List.of(Path.of("ledger-37.ndjson")), List.of(Path.of("heads")), true),
                        List.of()));
        assertThat(Arguments.of("verify-ledger", "--cell", "21"))
                .isEqualTo(new Arguments.Verify(new VerifyLedger(List.of(), List.of(), false), List.of(Cell.LIAONING)));
        assertThat(Arguments.of("verify-ledger", "--cells", "21")).isInstanceOf(Arguments.Wrong.class);
        assertThat(Arguments.of("leaks", "--seed", "7")).isEqualTo(new Arguments.Leaks(7));
        assertThat(Arguments.of("leaks", "--seed", "x")).isInstanceOf(Arguments.Wrong.class);
        assertThat(Arguments.of("faults", "story", "--services", "2", "--seed", "7"))
                .isEqualTo(new Arguments.Faults(Optional.of("story"), 7, 2, Optional.empty(), false));
        assertThat(Arguments.of("faults", "story", "--brief", "--services", "2"))
                .isEqualTo(new Arguments.Faults(Optional.of("story"), 1, 2, Optional.empty(), true));
        assertThat(Arguments.of("faults", "posting", "--kills", "5,1,0", "--brief", "--seed", "7"))
                .isEqualTo(new Arguments.Faults(
                        Optional.of("posting"), 7, Integer.MAX_VALUE, Optional.of(new Kills(5, 1, 0)), true));
        assertThat(List.of(
                        Arguments.of("faults", "posting", "--kills", "5"),
                        Arguments.of("faults", "posting", "--kills")))
                .allSatisfy(arguments -> assertThat(arguments).isInstanceOf(Arguments.Wrong.class));
        assertThat(Arguments.of("faults", "all"))
                .isEqualTo(new Arguments.Faults(Optional.empty(), 1, 10, Optional.empty(), false));
        assertThat(Arguments.of("faults", "all")).isEqualTo(Arguments.of("faults"));
        assertThat(Arguments.of("faults", "stroy"))
                .isEqualTo(new Arguments.Wrong("There is no fault \"stroy\"; there are all, transfer, upgrade, "
                        + String.join(", ", Trials.names()) + "."));
        assertThat(Arguments.of("bench", "billing", "--pairs", "3", "--json"))
                .isEqualTo(new Arguments.Bench(Contests.BILLING, 300_000, 3, true));
        assertThat(Arguments.of("bench", "posting", "--size", "400"))
                .isEqualTo(new Arguments.Bench(Contests.POSTING, 400, 5, false));
        assertThat(Arguments.of("bench", "import", "--persons", "7300000"))
                .isEqualTo(new Arguments.Bench(Contests.IMPORT, 7_300_000, 5, false));
        assertThat(Arguments.of("bench", "posting", "--persons", "400")).isInstanceOf(Arguments.Wrong.class);
        assertThat(Arguments.of("bench", "posting", "--pairs", "0")).isInstanceOf(Arguments.Wrong.class);
        assertThat(Arguments.of("bench", "biling")).isInstanceOf(Arguments.Wrong.class);
        assertThat(Arguments.of("down")).isEqualTo(new Arguments.Down());
        assertThat(Arguments.of("status", "--json")).isEqualTo(new Arguments.Status(true));
        assertThat(Arguments.of("demo", "--resume", "--json")).isEqualTo(new Arguments.Demo(true, true, List.of()));
        assertThat(Arguments.of("demo", "--cells", "37,21,31"))
                .isEqualTo(new Arguments.Demo(false, false, List.of(Cell.SHANDONG, Cell.LIAONING, Cell.SHANGHAI)));
    }

    @Test
    void an_unknown_command_is_answered_with_the_nearest_one() {
        assertThat(Arguments.of("staus"))
                .isEqualTo(new Arguments.Wrong("There is no command \"staus\"; did you mean ./lingbao status?"
                        + " All commands: ./lingbao help"));
    }

    @Test
    void an_unknown_option_is_named() {
        assertThat(Arguments.of("demo", "--jsno"))
                .isEqualTo(new Arguments.Wrong("./lingbao demo does not know \"--jsno\"; see ./lingbao help demo."));
    }

    @Test
    void help_is_there_for_all_and_for_each_command() {
        assertThat(Arguments.of()).isEqualTo(Arguments.of("--help")).isEqualTo(Arguments.of("help"));
        for (var command : Manual.COMMANDS) {
            assertThat(Arguments.of("help", command))
                    .isEqualTo(command.equals("help") ? Arguments.of() : Arguments.of(command, "--help"))
                    .isInstanceOfSatisfying(
                            Arguments.Help.class,
                            help -> assertThat(help.text()).contains("./lingbao " + command));
        }
    }

    @Test
    void the_manual_names_every_fault() {
        assertThat(Trials.names())
                .allSatisfy(
                        name -> assertThat(Manual.of("faults").orElseThrow()).contains("\n  " + name + " "));
    }

    @Test
    void a_service_that_is_none_is_refused_by_naming_those_that_are() {
        assertThatThrownBy(() ->
                        assertThat(Arguments.of("up", "--native", "enrolment")).isNotNull())
                .isInstanceOf(PartFailed.class)
                .hasMessage("There is no service \"enrolment\"; there are enrollment, contribution, transfer,"
                        + " job-matching.");
    }

    @Test
    void a_cell_that_is_no_province_is_refused() {
        assertThatThrownBy(() -> assertThat(Arguments.of("up", "--cells", "99")).isNotNull())
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("There is no cell 99");
        assertThatThrownBy(() ->
                        assertThat(Arguments.of("up", "--cells", "Shandong")).isNotNull())
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("not \"Shandong\"");
    }
}
