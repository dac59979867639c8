package org.lingbao.rules.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.rules.value.CreditCode.Parsed.Invalid;
import org.lingbao.rules.value.CreditCode.Parsed.Valid;
import org.lingbao.rules.value.CreditCode.Reason;

class CreditCodeTest {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String KNOWN = "91330100799655058B";

    @ParameterizedTest
    @ValueSource(strings = {KNOWN, "9144030071526726XG", "914403001922038216", "91110000802100433B"})
    void the_codes_of_known_companies_are_codes(String code) {
        assertThat(CreditCode.parse(code)).isEqualTo(new Valid(new CreditCode(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91330100799655058",
                "91330100799655058BB",
                "91330100799655058b",
                "9133O100799655058B",
                " 91330100799655058B",
                "９1330100799655058B",
                "9133010079965505SB"
            })
    void another_form_is_no_code(String text) {
        assertThat(CreditCode.parse(text)).isEqualTo(new Invalid(List.of(Reason.FORMAT)));
        assertThatThrownBy(() -> new CreditCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_mistyped_sign_is_always_found_out() {
        qt().forAll(integers().between(0, 17), integers().between(0, 30)).check((position, sign) -> {
            var text = KNOWN.substring(0, position) + SIGNS.charAt(sign) + KNOWN.substring(position + 1);
            return text.equals(KNOWN)
                    ? CreditCode.parse(text) instanceof Valid
                    : CreditCode.parse(text) instanceof Invalid;
        });
        assertThat(CreditCode.parse("91330100799655058C")).isEqualTo(new Invalid(List.of(Reason.CHECK_CHARACTER)));
    }
}
