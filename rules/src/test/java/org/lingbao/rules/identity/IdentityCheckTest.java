package org.lingbao.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.IdentityCheck.Invalid;
import org.lingbao.rules.identity.IdentityCheck.Kind;
import org.lingbao.rules.identity.IdentityCheck.Reason;
import org.lingbao.rules.identity.IdentityCheck.Valid;
import org.lingbao.rules.value.Place;
import org.quicktheories.core.Gen;

class IdentityCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Test
    void a_citizens_number_tells_birth_date_sex_and_first_place() {
        assertThat(check("11010519491231002x"))
                .isEqualTo(new Valid(
                        "11010519491231002X",
                        Kind.RESIDENT,
                        Sex.FEMALE,
                        LocalDate.of(1949, 12, 31),
                        new Place("110105")));
    }

    @Test
    void a_foreigners_card_names_the_province_that_issued_it() {
        assertThat(check("932682198501010017"))
                .isEqualTo(new Valid(
                        "932682198501010017",
                        Kind.FOREIGN_PERMANENT,
                        Sex.MALE,
                        LocalDate.of(1985, 1, 1),
                        new Place("320000")));
    }

    @Test
    void only_the_three_codes_of_the_residence_permit_make_a_holder_from_hong_kong_macao_or_taiwan() {
        assertThat(kindOf("81000019940823002")).isEqualTo(Kind.HMT_RESIDENCE);
        assertThat(kindOf("82000019940823002")).isEqualTo(Kind.HMT_RESIDENCE);
        assertThat(kindOf("83000019940823002")).isEqualTo(Kind.HMT_RESIDENCE);
        assertThat(kindOf("81010119940823002")).isEqualTo(Kind.RESIDENT);
        assertThat(kindOf("71000019940823002")).isEqualTo(Kind.RESIDENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110105491231002",
                "USA123456789012",
                " 11010519491231002X",
                "11010519491231002X ",
                "1101051949123100XX",
                "１10105194912310021",
                "11010519491231002Y"
            })
    void any_other_form_is_refused(String number) {
        assertThat(check(number)).isEqualTo(new Invalid(List.of(Reason.FORMAT)));
    }

    @Test
    void the_29th_of_february_needs_a_leap_year() {
        assertThat(check(withCheckDigit("37070219720229001"))).isInstanceOf(Valid.class);
        assertThat(check(withCheckDigit("37070219740229001"))).isEqualTo(new Invalid(List.of(Reason.BIRTH_DATE)));
    }

    @Test
    void one_may_be_born_today_but_not_tomorrow() {
        assertThat(check(withCheckDigit("37070220260901001"))).isInstanceOf(Valid.class);
        assertThat(check(withCheckDigit("37070220260902001"))).isEqualTo(new Invalid(List.of(Reason.BIRTH_DATE)));
    }

    @Test
    void a_number_is_not_told_by_its_text_form() {
        assertThat(check("11010519491231002X").toString())
                .doesNotContain("1949")
                .doesNotContain("110105");
    }

    @Test
    void any_single_mistyped_digit_is_caught() {
        qt().forAll(numbers(), integers().between(0, 16), integers().between(1, 9))
                .check((number, position, shift) -> {
                    var digit = (number.charAt(position) - '0' + shift) % 10;
                    var mistyped = number.substring(0, position) + digit + number.substring(position + 1);
                    return check(mistyped).equals(new Invalid(List.of(Reason.CHECK_DIGIT)));
                });
    }

    @Test
    void every_number_with_its_check_digit_is_valid() {
        qt().forAll(numbers()).check(number -> check(number) instanceof Valid);
    }

    private static IdentityCheck check(String number) {
        return Law.standard().identity().check(number, TODAY).value();
    }

    private static Kind kindOf(String seventeen) {
        return ((Valid) check(withCheckDigit(seventeen))).kind();
    }

    private static Gen<String> numbers() {
        return integers()
                .between(100_000, 999_999)
                .zip(
                        longs().between(LocalDate.of(1900, 1, 1).toEpochDay(), TODAY.toEpochDay())
                                .map(LocalDate::ofEpochDay),
                        integers().between(0, 999),
                        (address, day, sequence) -> withCheckDigit(
                                address + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence)));
    }

    /** ISO 7064 MOD 11-2 by its recursive form, so that the weights under test are not used to test them. */
    private static String withCheckDigit(String seventeen) {
        var sum = 0;
        for (var i = 0; i < seventeen.length(); i++) {
            sum = (sum + seventeen.charAt(i) - '0') * 2 % 11;
        }
        var check = (12 - sum) % 11;
        return seventeen + (check == 10 ? "X" : String.valueOf(check));
    }
}
