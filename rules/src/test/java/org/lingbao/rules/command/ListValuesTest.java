package org.lingbao.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListValuesTest extends CommandLine {
    @Test
    void a_value_is_listed_with_its_dates_and_its_source() {
        assertThat(run("list", "--place", "370702")).isZero();
        assertThat(printed()).contains("""
                370000/employee/limits
                  {lower=4573, upper=22863} · yuan a month, in force from 2026-01-01, published 2026-08-14
                """).contains("鲁人社字〔2026〕75号").contains("national/employee/pension-rate");
    }

    @Test
    void before_its_publication_a_value_is_not_known() {
        assertThat(run("list", "--place=370000", "--on=2026-08-13")).isZero();
        assertThat(printed()).contains("{lower=4504, upper=22518}").doesNotContain("4573");
    }

    @Test
    void an_old_day_is_listed_as_known_later_where_that_is_asked_for() {
        assertThat(run("list", "--place=370000", "--on=2026-08-13", "--known", "2026-08-14", "--lang", "zh"))
                .isZero();
        assertThat(printed()).contains("{lower=4573, upper=22863}").contains("自 2026-01-01 起施行，2026-08-14 公布");
    }

    @Test
    void a_province_goes_before_the_country() {
        assertThat(run("list", "--place", "310000")).isZero();
        assertThat(printed()).contains("310000/employee/pension-rate").doesNotContain("national/employee/pension-rate");
    }

    @Test
    void without_a_place_the_country_is_listed() {
        assertThat(run("list")).isZero();
        assertThat(printed()).contains("national/employee/minimum-age").doesNotContain("370000");
    }

    @Test
    void what_was_not_in_force_yet_is_left_out() {
        assertThat(run("list", "--place", "310000", "--on", "2024-02-29")).isZero();
        assertThat(printed()).doesNotContain("medical-rate").contains("310000/employee/limits");
    }

    @Test
    void json_is_for_machines() throws JsonProcessingException {
        assertThat(run("list", "--place", "370000", "--json")).isZero();
        var json = new JsonMapper().readTree(printed());
        assertThat(json.at("/on").asText()).isEqualTo(TODAY.toString());
        assertThat(json.at("/values").valueStream())
                .isNotEmpty()
                .allSatisfy(value ->
                        assertThat(value.path("source").path("href").asText()).startsWith("http"))
                .anySatisfy(
                        value -> assertThat(value.at("/table/lower").asText()).isEqualTo("4573"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            110000 | 1 | rules list: no rules are loaded for 110000 北京市; they are for 210000 辽宁省, 310000 上海市, 370000 山东省
            370720 | 2 | rules list: --place: no place has the code 370720; near it: 370700 潍坊市, 370702 潍城区
            37     | 2 | rules list: --place: a place is a six-digit GB/T 2260 code, not: 37
            """)
    void a_place_without_rules_is_answered_with_one_line(String place, int status, String complaint) {
        assertThat(run("list", "--place", place)).isEqualTo(status);
        assertThat(complained().strip()).startsWith(complaint).doesNotContain("\n");
        assertThat(printed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --plcae=370000 | rules list does not know "--plcae=370000"; see rules --help
            --on           | rules list: --on needs a value
            --on=2026-13-01 | rules list: --on: Text '2026-13-01' could not be parsed
            --lang=fr      | rules list: --lang: fr is neither zh nor en
            --json=yes     | rules list does not know "--json=yes"
            """)
    void an_option_that_is_not_understood_is_named(String option, String complaint) {
        assertThat(run("list", option)).isEqualTo(2);
        assertThat(complained()).startsWith(complaint);
    }

    @Test
    void an_option_stands_once() {
        assertThat(run("list", "--json", "--json")).isEqualTo(2);
        assertThat(complained()).contains("--json stands there twice");
    }
}
