package org.lingbao.rules.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

class PlaceTest {
    private static final List<String> NEIGHBOURHOOD = List.of(
            "370000", "370700", "370702", "370705", "370100", "370102", "310000", "310100", "310104", "210000",
            "210202");

    @ParameterizedTest
    @CsvSource({
        "370700, 370702, true",
        "370700, 370102, false",
        "370000, 370702, true",
        "370702, 370700, false",
        "370702, 370705, false",
        "310000, 310104, true",
        "310000, 370702, false",
        "310104, 310104, true"
    })
    void a_place_covers_what_lies_in_it(String outer, String inner, boolean covers) {
        assertThat(new Place(outer).covers(new Place(inner))).isEqualTo(covers);
    }

    @Test
    void covering_is_reflexive_and_transitive() {
        qt().forAll(places(), places(), places())
                .check((a, b, c) -> a.covers(a) && (!(a.covers(b) && b.covers(c)) || a.covers(c)));
    }

    @Test
    void every_place_lies_in_its_province() {
        qt().forAll(places()).check(place -> place.province().covers(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "37070", "3707020", "37070a", "370702001", " 370702", "３７０７０２"})
    void a_code_is_six_digits(String code) {
        assertThatThrownBy(() -> new Place(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_known_place_has_its_name_and_no_suggestions() {
        assertThat(new Place("370702").name()).contains("潍城区");
        assertThat(new Place("370702").suggestions()).isEmpty();
    }

    @Test
    void an_abolished_code_is_a_place_without_a_name() {
        assertThat(new Place("310103").name()).isEmpty();
    }

    @Test
    void a_mistyped_code_suggests_the_likely_places() {
        assertThat(new Place("370720").suggestions())
                .contains(new Place("370702"))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_code_that_is_near_no_other_suggests_what_it_would_lie_in() {
        assertThat(new Place("370799").suggestions()).containsExactly(new Place("370700"), new Place("370000"));
        assertThat(new Place("379988").suggestions()).containsExactly(new Place("370000"));
    }

    private static Gen<Place> places() {
        return Generate.pick(NEIGHBOURHOOD).map(Place::new);
    }
}
