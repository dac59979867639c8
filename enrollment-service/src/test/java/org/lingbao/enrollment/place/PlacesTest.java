package org.lingbao.enrollment.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Place;

class PlacesTest {

    @ParameterizedTest
    @ValueSource(strings = {"370000", "210000", "150000", "460000", "650000", "810000"})
    void a_whole_province_is_no_place_to_enroll(String code) {
        assertThat(Places.wholeProvince(new Place(code), "/place"))
                .contains(
                        new Violation("PLACE_IS_A_PROVINCE").with("place", code).at("/place"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110000", "120000", "310000", "500000", "370700", "370702", "310101"})
    void a_municipality_is_a_place_itself_and_so_is_every_city_and_district(String code) {
        assertThat(Places.wholeProvince(new Place(code), "/place")).isEmpty();
    }
}
