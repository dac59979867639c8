package org.lingbao.rules.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingbao.rules.value.Place;

class RuleDataTest {
    private static final Path ROOT = Path.of("src/main/resources/rules");

    private static final String GOOD = """
            name: {zh: 上下限, en: Limits}
            description: Some limits
            unit: yuan a month
            status: official
            values:
              - effective: "2024-01-01"
                table: {lower: "4416", upper: "22078"}
                published: "2024-01-01"
                source: {title: 甲, number: 无文号, href: "https://example.org/"}
              - effective: "2025-01-01"
                table: {lower: "4504", upper: "22518"}
                published: "2025-08-01"
                source: {title: 乙, number: 无文号, href: "https://example.org/"}
              - effective: "2026-01-01"
                table: {lower: "4573", upper: "22863"}
                published: "2026-08-14"
                source: {title: 丙, number: 无文号, href: "https://example.org/"}
            """;

    @ParameterizedTest
    @MethodSource("org.lingbao.rules.data.Mutants#paths")
    void a_rule_file_is_carefully_written(String path) throws IOException {
        assertThat(RuleDataLint.of(path, Files.readString(ROOT.resolve(path)))).isEmpty();
    }

    @Test
    void nothing_lies_among_the_rule_files_that_is_none() throws IOException {
        try (var files = Files.walk(ROOT)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> ROOT.relativize(file).toString())
                            .filter(path -> !path.startsWith("wording/")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Mutants.paths().stream(), Stream.of("divisions.csv"))
                                    .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unit: yuan a month      | unit: dollars             | has the unknown unit "dollars"
            zh: 上下限              | zh: Limits                | has no Chinese name
            en: Limits              | en: 上下限                | has no English name
            lower: "4504"           | lower: "22518"            | 2025-01-01: the lower bound is not below the upper one
            lower: "4504"           | lower: "4,504"            | 2025-01-01: no plain number: 4,504
            lower: "4504"           | lower: "04504"            | 2025-01-01: no plain number: 04504
            lower: "4504"           | lower: "4504 "            | 2025-01-01: blanks too many: "4504 "
            published: "2025-08-01" | published: "2026-01-02"   | 2025-01-01: published more than a year late
            effective: "2026-01-01" | effective: "2027-01-01"   | has a gap before 2027-01-01
            title: 乙               | title: "乙 "              | 2025-01-01: blanks too many: "乙 "
            https://example.org/    | https://example           | 2024-01-01: no page: https://example
            https://example.org/    | www.example.org           | 2024-01-01: no page: www.example.org
            """)
    void a_careless_file_is_found(String what, String instead, String finding) throws IOException {
        var path = "370000/employee/limits.yaml";
        assertThat(GOOD).contains(what);
        assertThat(RuleDataLint.of(path, GOOD)).isEmpty();
        assertThat(RuleDataLint.of(path, GOOD.replace(what, instead))).contains(path + " " + finding);
    }

    @Test
    void a_file_of_no_known_place_is_found() throws IOException {
        assertThat(RuleDataLint.of("990000/employee/limits.yaml", GOOD))
                .containsExactly("990000/employee/limits.yaml is of no known place");
    }

    @Test
    void a_value_that_repeats_the_one_before_is_found() throws IOException {
        var twice = GOOD.replace("4504", "4416").replace("22518", "22078").replace("2026-01-01", "2026-07-01");
        assertThat(RuleDataLint.of("370000/employee/limits.yaml", twice))
                .containsExactly("370000/employee/limits.yaml 2025-01-01: says what the value before says");
    }

    /** What is shown as limits and what can be chosen is the same notice. */
    @Test
    void the_lowest_and_the_highest_tier_are_the_limits_of_the_same_notice() {
        var liaoning = new Place("210000");
        var limits = RuleFiles.standard().provincial(liaoning, "employee/limits", value -> value);
        var tiers = RuleFiles.standard().provincial(liaoning, "employee/tiers", value -> value);
        assertThat(tiers.versions()).hasSameSizeAs(limits.versions()).allSatisfy(tier -> {
            var limit = limits.at(tier.effective(), LocalDate.MAX);
            assertThat(tier.effective()).isEqualTo(limit.effective());
            assertThat(tier.citation()).isEqualTo(limit.citation());
            var amounts = tier.value().table().values().stream()
                    .sorted(Comparator.comparingInt(Integer::parseInt))
                    .toList();
            assertThat(amounts.getFirst()).isEqualTo(limit.value().entry("lower"));
            assertThat(amounts.getLast()).isEqualTo(limit.value().entry("upper"));
        });
    }

    @Test
    void the_limits_of_a_year_begin_in_the_first_month_of_that_year() {
        for (var province : RuleFiles.standard().provinces()) {
            var first = RuleFiles.standard()
                    .provincial(province, "employee/limit-year", RuleValue::number)
                    .latest();
            assertThat(RuleFiles.standard()
                            .provincial(province, "employee/limits", value -> value)
                            .versions())
                    .allSatisfy(version -> {
                        assertThat(version.effective().getMonthValue()).isEqualTo(first.value());
                        assertThat(version.effective().getDayOfMonth()).isEqualTo(1);
                    });
        }
    }

    @Test
    void a_calendar_is_for_a_whole_year() {
        assertThat(RuleFiles.standard()
                        .national("calendar/days-off", value -> value)
                        .versions())
                .allSatisfy(version ->
                        assertThat(version.effective().getDayOfYear()).isEqualTo(1));
    }
}
