package org.lingbao.enrollment.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.platform.identity.Role;
import org.lingbao.rules.Law;
import org.lingbao.rules.value.Place;

/** The registry of channels, held against the rules that say where one may apply. */
class ChannelsTest {

    @ParameterizedTest
    @CsvSource({"37, 370700", "31, 310000"})
    void where_the_rules_say_that_one_may_apply_there_is_a_channel_of_that_name(String cell, String place) {
        var named = Law.standard()
                .applying()
                .in(new Place(place), LocalDate.of(2026, 9, 1))
                .value()
                .channels();

        var registered = new Channels(cell)
                .all().stream()
                        .flatMap(channel -> Stream.concat(Stream.of(channel.zh()), channel.alsoCalled().stream()))
                        .toList();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(channel -> assertThat(registered).contains(channel.name()));
    }

    @Test
    void a_person_in_shanghai_applies_through_suishenban_and_nobody_elsewhere_does() {
        assertThat(new Channels("31").find("SUISHENBAN", Set.of(Role.CITIZEN))).isPresent();
        assertThat(new Channels("31").find("SUISHENBAN", Set.of(Role.CLERK))).isEmpty();
        assertThat(new Channels("37").find("SUISHENBAN", Set.of(Role.CITIZEN))).isEmpty();
    }
}
