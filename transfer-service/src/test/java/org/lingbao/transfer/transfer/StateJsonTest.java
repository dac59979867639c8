package org.lingbao.transfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

class StateJsonTest {
    private static List<Side> sides() {
        return Stream.<Side>concat(
                        Samples.IN.stream().map(Side.In::new),
                        Samples.OUT.stream().map(Side.Out::new))
                .toList();
    }

    @Test
    void every_state_is_read_as_it_was_written() {
        for (var side : sides()) {
            assertThat(StateJson.read(side.name(), StateJson.write(side))).isEqualTo(side);
        }
    }

    @Test
    void the_samples_have_every_state_that_there_is() {
        assertThat(Samples.IN.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(TransferIn.class.getPermittedSubclasses());
        assertThat(Samples.OUT.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(TransferOut.class.getPermittedSubclasses());
    }

    /** Rows of today must be readable for ever: this text is never changed, only others are added. */
    @Test
    void a_row_of_the_first_release_is_understood() {
        var row = """
                {"state": "Mismatch",
                 "move": {"id": "00000000-0000-0001-0000-000000000002", "person": "00000000-0000-0003-0000-000000000004",
                          "oldPlace": "210200", "newPlace": "370700"},
                 "form": {"balances": {"before1998": "0.00", "lastYearEnd": "0.00", "currentYear": "365.84"},
                          "account": "365.84", "pooled": "548.76", "total": "914.60", "contributionMonths": 1,
                          "rows": [{"place": "210200", "from": "2026-09", "to": "2026-09", "monthlyBase": "4573.00",
                                    "closingBalance": "365.84"}]},
                 "received": "0.01", "reasons": ["ACCOUNT_SUM", "FUNDS_RECEIVED"],
                 "clock": {"deadline": "TRANSFER_COMPLETION", "received": "2026-09-01",
                           "stops": [{"from": "2026-09-01", "to": "2026-09-04"}, {"from": "2026-09-06", "to": null}],
                           "reported": true}}""";
        assertThat(StateJson.read("IN", row)).isIn(sides());
    }
}
