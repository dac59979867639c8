package org.lingbao.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest extends CommandLine {
    private static final String GOOD = """
            {"id": "A", "rule": "retirement.age", "input": {"category": "MALE_60", "birthDate": "1965-01-20"}, \
            "expect": {"delayMonths": 1, "statutoryAge": {"years": 60, "months": 1}}}
            """;

    @TempDir
    Path folder;

    @Test
    void all_passed_is_status_0_and_one_line() throws IOException {
        assertThat(check(GOOD + "\n" + GOOD)).isZero();
        assertThat(printed()).isEqualTo("2 passed, 0 failed\n");
    }

    @Test
    void a_difference_is_printed_field_by_field() throws IOException {
        assertThat(check(GOOD + GOOD.replace("\"delayMonths\": 1", "\"delayMonths\": 2")))
                .isEqualTo(1);
        assertThat(printed()).isEqualTo("""
                        A retirement.age
                          delayMonths: expected 2, got 1
                        1 passed, 1 failed
                        """);
    }

    @Test
    void an_unknown_rule_fails() throws IOException {
        assertThat(check(GOOD.replace("retirement.age", "no.rule"))).isEqualTo(1);
        assertThat(printed()).contains("unknown rule").endsWith("0 passed, 1 failed\n");
    }

    @Test
    void a_place_without_a_pack_answers_with_an_error() throws IOException {
        var vector = """
                {"id": "B", "rule": "contribution.assess", "input": {"place": "110000", "scheme": "EMPLOYEE", \
                "month": "2026-09", "period": "MONTH", "on": "2026-09-15", "base": "5000"}, \
                "expect": {"error": "DATA_NOT_LOADED"}}
                """;
        assertThat(check(vector)).isZero();
        assertThat(check(vector.replace("{\"error\": \"DATA_NOT_LOADED\"}", "{\"accepted\": true}")))
                .isEqualTo(1);
        assertThat(printed()).contains("accepted: expected true, got nothing but {\"error\":\"DATA_NOT_LOADED\"");
    }

    @Test
    void malformed_lines_and_inputs_fail_and_do_not_stop_the_others() throws IOException {
        assertThat(check("{\n" + GOOD.replace("1965-01-20", "1965-13-20") + GOOD))
                .isEqualTo(1);
        assertThat(printed()).contains("no JSON").contains("MALFORMED_INPUT").endsWith("1 passed, 2 failed\n");
    }

    @Test
    void a_missing_file_or_an_unknown_command_is_status_2() {
        assertThat(run("check", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(complained()).contains("cannot read");
        assertThat(run("chekc", "x")).isEqualTo(2);
        assertThat(complained()).contains("rules knows check, explain, list, people and shadow, not \"chekc\"");
        assertThat(run()).isEqualTo(2);
        assertThat(printed()).isEmpty();
    }

    @Test
    void help_is_good_and_names_every_rule() {
        assertThat(run("explain", "--help")).isZero();
        assertThat(printed())
                .contains("rules check FILE", "rules explain", "rules list", "rules shadow", "retirement.age");
    }

    private int check(String lines) throws IOException {
        return run(
                "check",
                Files.writeString(folder.resolve("vectors.jsonl"), lines).toString());
    }
}
