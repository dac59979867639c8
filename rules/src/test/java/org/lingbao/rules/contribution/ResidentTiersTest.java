package org.lingbao.rules.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class ResidentTiersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void weifang_is_known_to_offer_two_tiers_and_the_others_are_to_be_confirmed() {
        var tiers = in("370702").value();
        assertThat(tiers.offered()).containsExactly(Money.yuan("500"), Money.yuan("8000"));
        assertThat(tiers.toBeConfirmed()).contains(Money.yuan("300")).doesNotContainAnyElementsOf(tiers.offered());
    }

    @Test
    void nothing_of_shanghai_is_confirmed() {
        assertThat(in("310115").value().offered()).isEmpty();
        assertThat(in("310115").trace().status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void what_is_not_loaded_says_so() {
        assertThatThrownBy(() -> in("210100"))
                .isInstanceOf(DataNotLoaded.class)
                .hasMessageContaining("210000")
                .hasMessageContaining("resident/tiers");
    }

    @Test
    void a_tier_is_on_one_list() {
        var once = List.of(Money.yuan("500"));
        assertThatThrownBy(() -> new ResidentTiers(once, once))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("twice");
    }

    private static Explained<ResidentTiers> in(String place) {
        return Law.standard().contribution().residentTiers(new Place(place), TODAY, TODAY);
    }
}
