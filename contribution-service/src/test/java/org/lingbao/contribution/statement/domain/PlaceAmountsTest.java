package org.lingbao.contribution.statement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.statement.domain.PaidMonth.Payment;
import org.lingbao.contribution.statement.domain.PlaceAmounts.More;
import org.lingbao.contribution.statement.domain.PlaceAmounts.Paid;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class PlaceAmountsTest {
    private static final Place WEIFANG = new Place("370700");
    private static final Place JINAN = new Place("370100");
    private static final Place DALIAN = new Place("210200");
    private static final Place LIAONING = new Place("210000");

    @Test
    void what_was_paid_at_a_place_is_added_up_with_what_came_later_for_it() {
        var paid = List.of(
                month(1, WEIFANG, Journey.NONE), month(2, JINAN, Journey.NONE), month(3, WEIFANG, Journey.NONE));
        var more = List.of(new More(WEIFANG, new Paid(yuan("1.00"), yuan("2.00"), Money.ZERO)));
        assertThat(PlaceAmounts.of(paid, more))
                .containsExactly(
                        new PlaceAmounts(JINAN, Journey.NONE, 1, amounts("8.00", "12.00")),
                        new PlaceAmounts(WEIFANG, Journey.NONE, 2, amounts("17.00", "26.00")));
    }

    @Test
    void what_left_is_shown_for_itself_before_what_is_here() {
        var gone = new Journey(null, LIAONING);
        assertThat(PlaceAmounts.of(List.of(month(2, WEIFANG, Journey.NONE), month(1, WEIFANG, gone)), List.of()))
                .containsExactly(
                        new PlaceAmounts(WEIFANG, gone, 1, amounts("8.00", "12.00")),
                        new PlaceAmounts(WEIFANG, Journey.NONE, 1, amounts("8.00", "12.00")));
    }

    @Test
    void of_what_came_from_another_province_no_amounts_are_known() {
        var came = new Journey(LIAONING, null);
        var paid = List.of(month(1, DALIAN, came, null), month(2, DALIAN, came, null));
        assertThat(PlaceAmounts.of(paid, List.of())).containsExactly(new PlaceAmounts(DALIAN, came, 2, null));
    }

    private static PaidMonth month(int month, Place place, Journey journey) {
        return month(
                month, place, journey, new Payment(yuan("8.00"), yuan("12.00"), Money.ZERO, new ReceiptNumber("37-1")));
    }

    private static PaidMonth month(int month, Place place, Journey journey, @Nullable Payment payment) {
        return new PaidMonth(YearMonth.of(2026, month), place, Standing.FLEXIBLE, yuan("100.00"), payment, journey);
    }

    private static Paid amounts(String account, String pooled) {
        return new Paid(yuan(account), yuan(pooled), Money.ZERO);
    }

    private static Money yuan(String yuan) {
        return Money.yuan(yuan);
    }
}
