package org.lingbao.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command as people and programs use it. */
class MainTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final Main command =
            new Main(Rendered.ROOT, new PrintStream(told, true, UTF_8), new PrintStream(complained, true, UTF_8));

    @Test
    void a_cell_that_is_as_it_should_be_is_one_line() {
        assertThat(command.run(List.of("--cell", "31"))).isEqualTo(Main.GOOD);
        assertThat(told.toString(UTF_8)).matches("31 with \\d+ objects: all as it should be\\R");
    }

    @Test
    void programs_get_one_document() throws JsonProcessingException {
        assertThat(command.run(List.of("--cell", "31", "--json"))).isEqualTo(Main.GOOD);
        var report = new ObjectMapper().readTree(told.toString(UTF_8));
        assertThat(report.at("/overlays/0/name").asText()).isEqualTo("31");
        assertThat(report.path("findings").isArray()).isTrue();
    }

    @Test
    void the_same_finding_in_two_cells_is_told_once() {
        var finding = new Finding("37", "a.yaml", "Job/a", "is wrong", "repair it");
        var same = new Finding("21", "a.yaml", "Job/a", "is wrong", "repair it");
        var report =
                new Report(List.of(new Overlay("21", List.of()), new Overlay("37", List.of())), List.of(finding, same));

        assertThat(report.text()).isEqualTo("""
                        a.yaml: Job/a (21, 37): is wrong
                            → repair it
                        21 with 0 objects, 37 with 0 objects: 1 findings""");
    }

    @Test
    void secrets_are_listed_with_their_keys() {
        assertThat(command.run(List.of("secrets", "--cell", "37"))).isEqualTo(Main.GOOD);
        assertThat(told.toString(UTF_8)).containsPattern("cell-keys +encryption.keys, index.key");
    }

    @Test
    void what_is_not_understood_is_told_in_one_line() {
        assertThat(command.run(List.of("--cells", "37"))).isEqualTo(Main.MISUSED);
        assertThat(command.run(List.of("--cell"))).isEqualTo(Main.MISUSED);
        assertThat(command.run(List.of("render"))).isEqualTo(Main.MISUSED);
        assertThat(command.run(List.of("--cell", "99"))).isEqualTo(Main.MISUSED);
        assertThat(complained.toString(UTF_8).lines())
                .containsExactly(
                        "./lingbao manifests does not know \"--cells\"; see ./lingbao help manifests",
                        "--cell needs a value; see ./lingbao help manifests",
                        "./lingbao manifests render needs --cell N",
                        "there is no overlay 99, but 21, 31, 37");
    }

    @Test
    void without_a_kubectl_it_fails_with_one_sentence() {
        assertThat(command.run(List.of("--kubectl", "/nowhere/kubectl"))).isEqualTo(Main.FAILED);
        assertThat(complained.toString(UTF_8).lines()).hasSize(1);
    }
}
