package org.lingbao.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowTest extends CommandLine {
    private static final Path RATE = Path.of("src/main/resources/rules/national/employee/pension-rate.yaml");

    @TempDir
    Path folder;

    private Path pack;

    @BeforeEach
    void a_pack_that_makes_paying_dearer() throws IOException {
        pack = folder.resolve("pack");
        var file = pack.resolve("national/employee/pension-rate.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(RATE).replace("\"0.20\"", "\"0.21\""));
    }

    @Test
    void it_tells_who_changes_by_group_and_amount() throws IOException {
        assertThat(shadow(population())).isZero();
        assertThat(printed())
                .contains("before and after national/employee/pension-rate.yaml")
                .contains("300 people")
                .contains("370000 MALE_60 born 1980s")
                .doesNotContain("310000");
    }

    @Test
    void a_machine_gets_every_group() throws IOException {
        assertThat(shadow(population(), "--json")).isZero();

        var json = new JsonMapper().readTree(printed());
        assertThat(json.at("/all/people").asInt()).isEqualTo(300);
        assertThat(json.at("/all/toPay/more").asInt())
                .isEqualTo(json.at("/all/changed").asInt())
                .isPositive();
        assertThat(json.at("/groups")
                        .valueStream()
                        .mapToInt(group -> group.path("people").asInt())
                        .sum())
                .isEqualTo(300);
    }

    @Test
    void lines_that_are_no_people_are_named_and_the_status_says_so() throws IOException {
        var people = population();
        Files.writeString(people, Files.readString(people) + "370700,MALE_60\n");

        assertThat(shadow(people)).isEqualTo(1);
        assertThat(printed()).contains("1 lines are no people: line 302: 9 columns expected, not 2");
    }

    @Test
    void what_is_missing_is_said_in_one_line() throws IOException {
        assertThat(run("shadow", "--pack", folder.resolve("none").toString(), "--people", "x"))
                .isEqualTo(2);
        assertThat(run(
                        "shadow",
                        "--pack",
                        pack.toString(),
                        "--people",
                        folder.resolve("none").toString()))
                .isEqualTo(2);
        var other = Files.writeString(folder.resolve("other.csv"), "id,name\n");
        assertThat(shadow(other)).isEqualTo(2);
        assertThat(complained().lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains("finds no rule files below"),
                        line -> assertThat(line).contains("cannot read"),
                        line -> assertThat(line).contains("does not begin with the line place,category"));
        assertThat(printed()).isEmpty();
    }

    @Test
    void the_same_seed_writes_the_same_people() throws IOException {
        var once = Files.readString(population());
        assertThat(once.lines()).hasSize(301);
        assertThat(Files.readString(population())).isEqualTo(once);
    }

    private int shadow(Path people, String... more) {
        var words = new String[5 + more.length];
        System.arraycopy(
                new String[] {"shadow", "--pack", pack.toString(), "--people", people.toString()}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return run(words);
    }

    private Path population() throws IOException {
        var writing = new CommandLine() {};
        assertThat(writing.run("people", "--count", "300", "--seed", "5")).isZero();
        return Files.writeString(folder.resolve("people.csv"), writing.printed());
    }
}
