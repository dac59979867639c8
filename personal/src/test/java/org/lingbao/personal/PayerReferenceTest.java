package org.lingbao.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayerReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "370702199005050014",
                "37070219900505123X",
                "37070219900505123x",
                "370702-19900505-1234",
                "ID-370702199005051234-01",
                "CUST0370702199005051234",
                "370702900505123",
                "C370702900505123",
                "13812345678",
                "138-1234-5678",
                "TEL13812345678",
                "8613812345678",
                "0086-13812345678",
                "0001-13812345678",
                "0536-8234567",
                "053682345678",
                "6222021234567890",
                "6222-0212-3456-7890-123"
            })
    void what_is_or_looks_like_a_number_of_a_person_is_found_however_it_is_written(String reference) {
        assertThat(PayerReference.mayTellWho(reference)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CCB-0000048821",
                "0000123456789",
                "20260901000123",
                "PAYER-A1B2C3D4",
                "3707-0219-8821",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            })
    void what_only_a_bank_knows_is_not(String reference) {
        assertThat(PayerReference.mayTellWho(reference)).isFalse();
    }

    @Test
    void an_id_that_was_drawn_by_lot_is_not_taken_for_a_phone() {
        assertThat(PayerReference.mayTellWho("0a1b2c3d-0000-4000-8000-a13812345678"))
                .isFalse();
        assertThat(PayerReference.mayTellWho("CCB-0a1b2c3d-0000-4000-8000-a13812345678"))
                .isFalse();
        assertThat(PayerReference.mayTellWho("0a1b2c3d-0000-4000-8000-a13812345678-13812345678"))
                .isTrue();
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(number -> UUID.nameUUIDFromBytes(new byte[] {(byte) number, (byte) (number >> 8)})))
                .noneMatch(id -> PayerReference.mayTellWho(id.toString()));
    }

    @Test
    void it_shows_itself_as_stars() {
        assertThat(new PayerReference("CCB-0000048821")).hasToString("*".repeat(14));
    }
}
