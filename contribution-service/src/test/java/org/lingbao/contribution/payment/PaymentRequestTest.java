package org.lingbao.contribution.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PaymentRequestTest {
    private static final String BILL = "01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11";

    /** Its hash is on the receipts of all reports that came before there was a payer's reference. */
    @Test
    void a_report_without_a_payers_reference_is_written_as_it_always_was() throws JsonProcessingException {
        var report = new PaymentRequest(7L, BILL, "914.60", "2026-09-01T10:15:00+08:00", null, null);
        assertThat(new ObjectMapper().writeValueAsString(report))
                .isEqualTo("{\"sequence\":7,\"billId\":\"" + BILL
                        + "\",\"amount\":\"914.60\",\"occurredAt\":\"2026-09-01T10:15:00+08:00\",\"payer\":null}");
    }

    @Test
    void a_report_does_not_tell_its_payer_to_a_log() {
        assertThat(new PaymentRequest(7L, BILL, "914.60", "2026-09-01T10:15:00+08:00", "OTHER", "CCB-0000048821"))
                .hasToString("PaymentRequest");
    }
}
