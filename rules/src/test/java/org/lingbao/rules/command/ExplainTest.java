package org.lingbao.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainTest extends CommandLine {
    private static final String BORN = "{\"category\": \"MALE_60\", \"birthDate\": \"1965-07-03\"}";

    @Test
    void the_trace_is_told_as_a_tree_with_articles_and_dates() {
        assertThat(explain("retirement.age", BORN)).isZero();
        assertThat(printed().lines())
                .startsWith(
                        "Born 1965-07-03 (men): statutory retirement age 60 years 2 months, reached on 2025-09-03",
                        "│ 全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定（2024年9月13日第十四届全国人民代表大会常务委员会第十一次会议通过） · [derived]")
                .anyMatch(line -> line.startsWith("├─ Minimum contribution months: 180"))
                .anyMatch(line -> line.endsWith("in force from 1978-06-02, published 2010-10-28 · [derived]"));
    }

    @Test
    void the_other_language_is_told_too() {
        assertThat(run("explain", "--rule=retirement.age", "--input", BORN, "--lang", "zh"))
                .isZero();
        assertThat(printed()).startsWith("1965-07-03 出生").contains("最低缴费年限", "自 2025-01-01 起施行，2024-09-13 公布");
    }

    @Test
    void json_has_the_answer_and_the_whole_trace() throws JsonProcessingException {
        assertThat(run("explain", "--rule", "retirement.age", "--json", "--input", BORN))
                .isZero();
        var json = new JsonMapper().readTree(printed());
        assertThat(json.at("/answer/statutoryDate").asText()).isEqualTo("2025-09-03");
        assertThat(json.at("/trace/rule").asText()).isEqualTo("retirement.age");
        assertThat(json.at("/trace/status").asText()).isEqualTo("derived");
        assertThat(json.at("/trace/children").findValuesAsText("rule")).contains("national/employee/minimum-months");
    }

    /** Of a place or an age that is not loaded there is nothing to explain. */
    @ParameterizedTest
    @MethodSource("org.lingbao.rules.command.VectorsTest#lines")
    void every_answer_can_be_explained_in_both_languages(String line) throws IOException {
        var vector = new JsonMapper().readTree(line);
        var rule = vector.path("rule").asText();
        if (vector.path("expect").has("error") || !Answers.BY_RULE.containsKey(rule)) {
            return;
        }
        for (var language : new String[] {"zh", "en"}) {
            assertThat(run(
                            "explain",
                            "--lang",
                            language,
                            "--rule",
                            rule,
                            "--input",
                            vector.path("input").toString()))
                    .as(complained())
                    .isZero();
        }
        assertThat(printed()).contains("·");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"category": "MALE_60"}                                          | retirement.age: no birthDate; the input is {"category":"MALE_60 | FEMALE_55 | FEMALE_50","birthDate":"yyyy-MM-dd"}
            {"category": "MEN", "birthDate": "1965-07-03"}                   | retirement.age: category: MEN is none of MALE_60
            {"category": "MALE_60", "birthDate": "1965-02-30"}               | retirement.age: birthDate: Text '1965-02-30' could not be parsed
            {"category": "MALE_60", "birthDate": "1965-07-03", "sex": "x"}   | retirement.age: it does not read sex; the input is
            {"category": "MALE_60", "category": "MALE_60"}                   | retirement.age: --input is no JSON: Duplicate field
            []                                                               | retirement.age: --input is no JSON object
            """)
    void a_bad_input_is_answered_with_one_line_that_says_what_the_rule_takes(String input, String complaint) {
        assertThat(explain("retirement.age", input)).isEqualTo(2);
        assertThat(complained().strip())
                .startsWith(complaint)
                .doesNotContain("\n")
                .contains("the input is {");
    }

    @Test
    void an_unknown_rule_is_answered_with_the_known_ones() {
        assertThat(explain("retirement", "{}")).isEqualTo(2);
        assertThat(run("explain")).isEqualTo(2);
        assertThat(complained().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("retirement.age").contains("identity.check"));
    }

    @Test
    void what_is_not_loaded_is_status_1_and_says_what() {
        assertThat(explain("retirement.age", BORN.replace("1965", "1900"))).isEqualTo(1);
        assertThat(complained()).startsWith("retirement.age: DATA_NOT_LOADED: not loaded for national: employee/");
    }

    @Test
    void an_identity_is_explained_without_the_number() {
        assertThat(explain("identity.check", "{\"number\": \"11010519491231002X\", \"on\": \"2026-11-21\"}"))
                .isZero();
        assertThat(printed())
                .startsWith("The number as checked on 2026-11-21: valid")
                .doesNotContain("1949");
    }

    private int explain(String rule, String input) {
        return run("explain", "--rule", rule, "--input", input);
    }
}
