package org.lingbao.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.rules.value.Place;
import org.quicktheories.core.Gen;

class VisibleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    /** Codes that often lie in one another: few provinces, prefectures and districts. */
    private static Gen<Place> places() {
        return arbitrary()
                .pick("11", "31", "37", "21")
                .zip(
                        integers().between(0, 12),
                        integers().between(0, 12),
                        (province, city, district) ->
                                new Place(province + String.format(Locale.ROOT, "%02d%02d", city, district)));
    }

    @Test
    void an_agency_sees_exactly_the_places_that_its_own_place_covers() {
        qt().forAll(places(), places()).check((organization, place) -> {
            var visible = Visible.to(new AccessScope.Subtree(organization.code()), "p.id", TODAY);
            var pattern = String.valueOf(visible.parameters().get("scopePlaces"));
            return place.code().startsWith(pattern.replace("%", "")) == organization.covers(place);
        });
    }

    @Test
    void a_bank_sees_nobody_by_scope() {
        assertThat(Visible.to(new AccessScope.Partner("CCB", null), "p.id", TODAY))
                .isEqualTo(new Visible("1 = 0", Map.of()));
    }
}
