package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PoisonTest {
    private final List<Catalogue.Event> events = Catalogue.consumed().stream()
            .filter(event -> event.topic().equals("enrollment.person"))
            .toList();

    private List<Poison> poisons(long seed) {
        return new Poison.Topic("37.", "enrollment.person", events, new Random(seed)).poisons(events);
    }

    @Test
    void the_same_seed_makes_the_same_noise() {
        assertThat(poisons(1)).hasSize(6 * events.size() + 9);
        assertThat(bodies(poisons(1))).isEqualTo(bodies(poisons(1))).isNotEqualTo(bodies(poisons(2)));
    }

    private static List<String> bodies(List<Poison> poisons) {
        return poisons.stream()
                .map(poison -> Arrays.toString(poison.record().value()))
                .toList();
    }

    private static List<String> keys(List<Poison> poisons) {
        return poisons.stream()
                .map(poison -> poison.record().key() == null
                        ? ""
                        : new String(poison.record().key(), UTF_8))
                .toList();
    }

    @Test
    void what_concerns_one_event_is_parked_by_those_who_act_on_it_and_the_rest_by_all() {
        var byName = poisons(1).stream().collect(Collectors.toMap(Poison::what, Poison::parkedBy));
        assertThat(byName.get("half a body of enrollment.consent-granted.v1 on enrollment.person"))
                .containsExactly("contribution", "job-matching");
        assertThat(byName.get("no headers on enrollment.person"))
                .containsExactly("contribution", "job-matching", "transfer");
        assertThat(byName.get("an event that nobody knows on enrollment.person"))
                .isEmpty();
    }

    @Test
    void no_two_wait_under_one_key() {
        assertThat(keys(poisons(1)).stream().filter(key -> !key.isEmpty())).doesNotHaveDuplicates();
    }

    @Test
    void a_field_of_another_type_is_still_there() {
        assertThat(new String(Poison.otherTypes("{\"a\":\"b\",\"c\":1}".getBytes(UTF_8)), UTF_8))
                .isEqualTo("{\"a\":{\"no\":1},\"c\":{\"no\":1}}");
    }
}
