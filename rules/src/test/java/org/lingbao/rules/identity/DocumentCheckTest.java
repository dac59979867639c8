package org.lingbao.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.DocumentCheck.Bad;
import org.lingbao.rules.identity.DocumentCheck.Good;
import org.lingbao.rules.identity.DocumentCheck.Reason;

class DocumentCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Test
    void a_citizens_number_is_checked_as_ever() {
        assertThat(check(DocumentKind.RESIDENT, "11010519491231002x"))
                .isEqualTo(
                        new Good(DocumentKind.RESIDENT, "11010519491231002X", LocalDate.of(1949, 12, 31), Sex.FEMALE));
        assertThat(check(DocumentKind.RESIDENT, "110105194912310021")).isEqualTo(bad(Reason.CHECK_DIGIT));
    }

    @Test
    void a_card_of_the_form_of_2023_is_of_its_kind_only() {
        assertThat(check(DocumentKind.FOREIGN_PERMANENT, "932682198501010017"))
                .isEqualTo(new Good(
                        DocumentKind.FOREIGN_PERMANENT, "932682198501010017", LocalDate.of(1985, 1, 1), Sex.MALE));
        assertThat(check(DocumentKind.RESIDENT, "932682198501010017")).isEqualTo(bad(Reason.KIND));
        assertThat(check(DocumentKind.HMT_RESIDENCE, "11010519491231002X")).isEqualTo(bad(Reason.KIND));
    }

    @Test
    void an_old_number_tells_birth_date_and_sex() {
        assertThat(check(DocumentKind.OLD_RESIDENT, "110105491231002"))
                .isEqualTo(
                        new Good(DocumentKind.OLD_RESIDENT, "110105491231002", LocalDate.of(1949, 12, 31), Sex.FEMALE));
        assertThat(check(DocumentKind.OLD_RESIDENT, "110105491231003"))
                .extracting("sex")
                .isEqualTo(Sex.MALE);
        assertThat(check(DocumentKind.OLD_RESIDENT, "110105490231002")).isEqualTo(bad(Reason.BIRTH_DATE));
        assertThat(check(DocumentKind.OLD_RESIDENT, "010105491231002")).isEqualTo(bad(Reason.FORMAT));
    }

    @Test
    void a_number_of_18_goes_back_to_the_one_of_15_that_became_it() {
        assertThat(Law.standard().identity().oldForm("11010519491231002X")).isEqualTo("110105491231002");
        assertThat(Law.standard().identity().newForm("110105491231002")).isEqualTo("11010519491231002X");
    }

    @ParameterizedTest
    @CsvSource({
        "OLD_FOREIGN_PERMANENT, usa370100850101, USA370100850101",
        "HM_PERMIT, h12345678, H12345678",
        "HM_PERMIT, M1234567801, M1234567801",
        "TW_PERMIT, 12345678, 12345678",
        "TW_PERMIT, 1234567801, 1234567801",
        "PASSPORT, e1234567, E1234567"
    })
    void the_other_kinds_tell_neither_birth_date_nor_sex(DocumentKind kind, String typed, String number) {
        assertThat(check(kind, typed)).isEqualTo(new Good(kind, number, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "OLD_FOREIGN_PERMANENT, USA37010085010",
        "OLD_FOREIGN_PERMANENT, 123370100850101",
        "HM_PERMIT, A12345678",
        "HM_PERMIT, H123456789",
        "TW_PERMIT, T12345678",
        "TW_PERMIT, 1234567",
        "PASSPORT, E123 4567",
        "PASSPORT, E123456789",
        "PASSPORT, E123"
    })
    void any_other_form_is_refused(DocumentKind kind, String number) {
        assertThat(check(kind, number)).isEqualTo(bad(Reason.FORMAT));
    }

    @Test
    void a_number_is_not_told_by_its_text_form() {
        assertThat(check(DocumentKind.OLD_RESIDENT, "110105491231002").toString())
                .doesNotContain("491231");
    }

    private static DocumentCheck check(DocumentKind kind, String number) {
        return Law.standard().identity().document(kind, number, TODAY).value();
    }

    private static Bad bad(Reason reason) {
        return new Bad(List.of(reason));
    }
}
