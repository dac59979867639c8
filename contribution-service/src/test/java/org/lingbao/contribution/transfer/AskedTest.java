package org.lingbao.contribution.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.transfer.Asked.CreditRequested;
import org.lingbao.contribution.transfer.Asked.FundsExpected;
import org.lingbao.contribution.transfer.Asked.ReleaseRequested;
import org.lingbao.contribution.transfer.Asked.RestoreRequested;
import org.lingbao.contribution.transfer.Asked.SealRequested;
import org.lingbao.contribution.transfer.Asked.SettleRequested;
import org.lingbao.local.testing.Schemas;

/** The committed examples of what the transfer service asks are understood. */
class AskedTest {
    private static final UUID CASE = UUID.fromString("01992f41-2b00-7a55-9c3e-5b7d1e2f3a40");
    private static final UUID PERSON = UUID.fromString("01992f3c-5a00-7c1e-8b1f-6d2a4c9e0b11");
    private static final StatedForm FORM = new StatedForm(
            "0.00",
            "0.00",
            "365.84",
            "365.84",
            "548.76",
            "914.60",
            1,
            List.of(new StatedForm.Row("210200", YearMonth.of(2026, 9), YearMonth.of(2026, 9), "4573.00", "365.84")));

    @Test
    void every_instruction_is_read_whole() throws IOException {
        assertThat(read("seal-requested", SealRequested.class))
                .isEqualTo(new SealRequested(CASE, PERSON, "370700", "中国建设银行潍坊分行 37050167000000000001"));
        assertThat(read("release-requested", ReleaseRequested.class)).isEqualTo(new ReleaseRequested(CASE, FORM));
        assertThat(read("settle-requested", SettleRequested.class)).isEqualTo(new SettleRequested(CASE));
        assertThat(read("funds-expected", FundsExpected.class))
                .isEqualTo(new FundsExpected(CASE, "21-20261008-0000000001", "210200", "914.60"));
        assertThat(read("credit-requested", CreditRequested.class))
                .isEqualTo(new CreditRequested(CASE, PERSON, "370700", FORM));
        assertThat(read("restore-requested", RestoreRequested.class)).isEqualTo(new RestoreRequested(CASE));
    }

    @Test
    void a_form_is_the_same_after_it_was_read_and_written() {
        assertThat(StatedForm.of(FORM.toForm())).isEqualTo(FORM);
    }

    private static <T> T read(String name, Class<T> view) throws IOException {
        return new ObjectMapper()
                .findAndRegisterModules()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(Schemas.example("transfer", name), view);
    }
}
