package org.lingbao.rules.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.rules.contribution.PaymentChannel.BANK_TERMINAL;
import static org.lingbao.rules.contribution.PaymentChannel.BANK_WITHHOLDING;
import static org.lingbao.rules.contribution.PaymentChannel.TAX_BUREAU;
import static org.lingbao.rules.contribution.PaymentChannels.Collector.TAX_AUTHORITY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

class PaymentChannelsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void liaoning_is_paid_through_the_tax_bureau_or_by_withholding() {
        var answer = in("210100");
        assertThat(answer.value())
                .isEqualTo(new PaymentChannels(TAX_AUTHORITY, List.of(TAX_BUREAU, BANK_WITHHOLDING), List.of()));
        assertThat(answer.trace().status()).isEqualTo(Status.OFFICIAL);
        assertThat(answer.trace().text().en())
                .isEqualTo(
                        "Paying for the basic pension of employees in 210100 on 2026-11-21: collected by the tax authority,"
                                + " paid through tax-bureau channels bank withholding; to be confirmed by hand: none");
    }

    @Test
    void in_shandong_the_terminals_of_the_banks_take_payments_and_the_rest_is_to_be_confirmed() {
        assertThat(in("370702").value())
                .isEqualTo(new PaymentChannels(
                        TAX_AUTHORITY, List.of(BANK_TERMINAL), List.of(TAX_BUREAU, BANK_WITHHOLDING)));
    }

    @Test
    void where_nothing_was_found_nothing_is_offered_until_somebody_has_asked() {
        var answer = in("310115");
        assertThat(answer.value().offered()).isEmpty();
        assertThat(answer.value().toBeConfirmed()).containsExactly(TAX_BUREAU, BANK_WITHHOLDING);
        assertThat(answer.trace().status()).isEqualTo(Status.UNCERTAIN);
    }

    @ParameterizedTest
    @CsvSource({"110000, EMPLOYEE", "370700, RESIDENT"})
    void no_pack_is_no_answer(String place, Scheme scheme) {
        var rules = Law.standard().contribution();
        assertThatThrownBy(() -> rules.channels(new Place(place), scheme, TODAY))
                .isInstanceOf(DataNotLoaded.class)
                .hasMessageContaining(place.substring(0, 2) + "0000");
    }

    @Test
    void a_channel_is_on_one_list() {
        var both = new RuleValue(null, Map.of("offered", "TAX_BUREAU", "toBeConfirmed", "TAX_BUREAU"));
        assertThatThrownBy(() -> PaymentChannels.Lists.read(both).of(TAX_AUTHORITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("twice");
    }

    @Test
    void a_misspelt_list_does_not_load() {
        var misspelt = new RuleValue(null, Map.of("offred", "TAX_BUREAU"));
        assertThatThrownBy(() -> PaymentChannels.Lists.read(misspelt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offred");
    }

    private static Explained<PaymentChannels> in(String place) {
        return Law.standard().contribution().channels(new Place(place), Scheme.EMPLOYEE, TODAY);
    }
}
