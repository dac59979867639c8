package org.lingbao.rules.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Place;

class RiderRulesTest {
    private static final LocalDate ON = LocalDate.of(2026, 9, 1);

    @Test
    void in_shanghai_medical_insurance_rides_on_the_pension_as_a_document_says() {
        assertThat(Law.standard().rider().medical(new Place("310115"), ON))
                .hasValueSatisfying(
                        found -> assertThat(found.citation().href()).startsWith("https://www.shanghai.gov.cn/"))
                .map(Version::status)
                .contains(Status.OFFICIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"370700", "210200", "110000"})
    void where_it_is_paid_apart_or_nothing_is_known_it_does_not(String place) {
        assertThat(Law.standard().rider().medical(new Place(place), ON)).isEmpty();
    }

    @Test
    void nor_does_it_before_the_value_is_in_force() {
        assertThat(Law.standard().rider().medical(new Place("310000"), LocalDate.of(2021, 6, 30)))
                .isEmpty();
    }
}
