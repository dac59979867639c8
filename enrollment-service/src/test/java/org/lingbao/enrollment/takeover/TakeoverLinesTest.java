package org.lingbao.enrollment.takeover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.lines.Wrong;
import org.lingbao.enrollment.takeover.TakeoverLines.Enrolled;
import org.lingbao.enrollment.takeover.TakeoverLines.Good;
import org.lingbao.enrollment.takeover.TakeoverLines.Read;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

class TakeoverLinesTest {
    private static final Citizen SOMEBODY = Citizen.driver();

    @Test
    void a_line_is_a_person_and_how_the_person_is_enrolled() {
        var read = read(
                "identityNumber,name,phone,hukou,community,scheme,place,from", line("", "EMPLOYEE,370700,2019-03"));

        assertThat(read.wrong()).isEmpty();
        assertThat(read.good()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(2);
            assertThat(line.person().identity().number()).isEqualTo(SOMEBODY.number());
            assertThat(line.person().community()).isNull();
            assertThat(line.enrolled())
                    .contains(new Enrolled(
                            Scheme.EMPLOYEE, new Place("370700"), YearMonth.of(2019, 3), YearMonth.of(2053, 5)));
        });
    }

    @Test
    void who_is_only_registered_has_no_scheme_no_place_and_no_month() {
        assertThat(read(line("370702001001", ",,")).good())
                .singleElement()
                .satisfies(line -> assertThat(line.enrolled()).isEmpty());
    }

    @Test
    void every_reason_is_told_of_each_line_that_cannot_be_taken() {
        var read = read(
                "",
                "one,two",
                SOMEBODY.number() + ",,none,999999,12,INJURY,370000,2026-10",
                line("", "EMPLOYEE,,"),
                line("", "RESIDENT,370000,soon"));

        assertThat(read.good()).isEmpty();
        assertThat(read.wrong())
                .containsExactly(
                        new Wrong(1, List.of("COVERAGE_LINE_EMPTY")),
                        new Wrong(2, List.of("TAKEOVER_LINE_COLUMNS")),
                        new Wrong(
                                3,
                                List.of(
                                        "COVERAGE_LINE_NAME",
                                        "TAKEOVER_LINE_PHONE",
                                        "TAKEOVER_LINE_HUKOU",
                                        "COVERAGE_LINE_COMMUNITY",
                                        "TAKEOVER_LINE_SCHEME",
                                        "TAKEOVER_LINE_PLACE",
                                        "TAKEOVER_LINE_MONTH")),
                        new Wrong(4, List.of("TAKEOVER_LINE_PLACE", "TAKEOVER_LINE_MONTH")),
                        new Wrong(5, List.of("TAKEOVER_LINE_PLACE", "TAKEOVER_LINE_MONTH")));
    }

    @Test
    void of_who_retired_before_the_ages_of_the_law_nobody_knows_the_last_month() {
        var old = Citizen.born(LocalDate.of(1918, 5, 5));

        var read = read(line(old, "", "EMPLOYEE,370700,2019-03"), line(old, "", "RESIDENT,370700,2019-03"));

        assertThat(read.wrong()).containsExactly(new Wrong(1, List.of("TAKEOVER_LINE_RETIRED_LONG_AGO")));
        assertThat(read.good()).extracting(Good::line).containsExactly(2);
    }

    private static Read read(String... lines) {
        return new TakeoverLines(LocalDate.of(2026, 9, 1))
                .read(String.join("\n", lines).getBytes(UTF_8))
                .orElseThrow();
    }

    private static String line(String community, String enrolled) {
        return line(SOMEBODY, community, enrolled);
    }

    private static String line(Citizen somebody, String community, String enrolled) {
        return "%s, %s ,%s,370702,%s,%s"
                .formatted(somebody.number(), somebody.name(), somebody.phone(), community, enrolled);
    }
}
