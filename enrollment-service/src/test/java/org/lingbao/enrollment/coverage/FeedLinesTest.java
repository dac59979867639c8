package org.lingbao.enrollment.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.lines.Wrong;
import org.lingbao.enrollment.testing.Citizen;

class FeedLinesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String COMMUNITY = "370702001001";

    @Test
    void a_line_is_number_name_and_community() {
        var citizen = Citizen.driver();

        var read = read("\uFEFFidentityNumber,name,community\r\n%s, %s ,%s\r\n"
                .formatted(citizen.number(), citizen.name(), COMMUNITY));

        assertThat(read.lines()).isEqualTo(1);
        assertThat(read.wrong()).isEmpty();
        assertThat(read.good()).singleElement().satisfies(good -> {
            assertThat(good.line()).isEqualTo(2);
            assertThat(good.number().reveal()).isEqualTo(citizen.number());
            assertThat(good.name().reveal()).isEqualTo(citizen.name());
            assertThat(good.community()).isEqualTo(COMMUNITY);
        });
    }

    @Test
    void a_wrong_line_is_told_with_its_number_and_every_reason() {
        var citizen = Citizen.driver();
        var mistyped = citizen.number().substring(0, 17) + (citizen.number().charAt(17) == '1' ? '2' : '1');

        var read = read(String.join(
                "\n",
                mistyped + ",,here",
                "",
                "no comma",
                "123," + citizen.name() + "," + COMMUNITY,
                citizen.number() + "," + citizen.name() + "," + COMMUNITY));

        assertThat(read.lines()).isEqualTo(5);
        assertThat(read.good()).hasSize(1);
        assertThat(read.wrong())
                .containsExactly(
                        new Wrong(
                                1,
                                List.of(
                                        "IDENTITY_NUMBER_CHECK_DIGIT",
                                        "COVERAGE_LINE_NAME",
                                        "COVERAGE_LINE_COMMUNITY")),
                        new Wrong(2, List.of("COVERAGE_LINE_EMPTY")),
                        new Wrong(3, List.of("COVERAGE_LINE_COLUMNS")),
                        new Wrong(4, List.of("IDENTITY_NUMBER_FORMAT")));
    }

    @Test
    void a_part_without_a_line_has_none() {
        assertThat(read("")).isEqualTo(new FeedLines.Read(0, List.of(), List.of()));
        assertThat(read("identityNumber,name,community\n").lines()).isZero();
    }

    @Test
    void what_is_not_utf8_is_not_read() {
        assertThat(FeedLines.read(new byte[] {(byte) 0xD5, (byte) 0xD4}, TODAY)).isEmpty();
    }

    private static FeedLines.Read read(String text) {
        return FeedLines.read(text.getBytes(UTF_8), TODAY).orElseThrow();
    }
}
