package org.lingbao.transfer.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.transfer.transfer.domain.Cases.DAY;
import static org.lingbao.transfer.transfer.domain.Cases.MOVE;
import static org.lingbao.transfer.transfer.domain.Cases.SHENYANG;
import static org.lingbao.transfer.transfer.domain.Cases.TODAY;
import static org.lingbao.transfer.transfer.domain.Cases.WEIFANG;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.transfer.Mover;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.Effect.Inform;
import org.lingbao.transfer.transfer.domain.Effect.News;

class OpeningTest {
    private static final LocalDate BORN = LocalDate.of(1990, 1, 1);

    private static Opening opening(Mover mover, boolean transferOpen) {
        return Opening.of(MOVE, mover, transferOpen, TODAY).value();
    }

    private static Mover mover(LocalDate born, Place from, boolean drawing) {
        return new Mover(SHENYANG, WEIFANG, from, born, Sex.MALE, DAY, false, drawing);
    }

    @Test
    void who_is_young_enough_is_taken_over() {
        assertThat(opening(mover(BORN, SHENYANG, false), false))
                .isEqualTo(new Opening.Opened(
                        new TransferIn.Applied(MOVE, Clock.from(Deadline.TRANSFER_LETTER, DAY)),
                        List.of(new Inform(News.APPLICATION_RECEIVED))));
    }

    @Test
    void within_a_province_nothing_is_transferred() {
        assertThat(opening(mover(BORN, new Place("370100"), false), false)).isEqualTo(new Opening.NotNeeded());
    }

    @Test
    void a_man_of_fifty_gets_a_temporary_account() {
        assertThat(opening(mover(LocalDate.of(1976, 8, 31), SHENYANG, false), false))
                .isEqualTo(new Opening.Temporary(LocalDate.of(2026, 8, 31)));
    }

    @Test
    void every_reason_of_the_law_and_of_this_service_is_given() {
        assertThat(opening(mover(BORN, SHENYANG, true), true))
                .isEqualTo(new Opening.Refused(List.of(new Reason("DRAWING_PENSION"), Reason.TRANSFER_OPEN)));
    }

    @Test
    void a_second_transfer_beside_an_open_one_is_refused() {
        assertThat(opening(mover(BORN, SHENYANG, false), true))
                .isEqualTo(new Opening.Refused(List.of(Reason.TRANSFER_OPEN)));
    }

    @Test
    void the_decision_is_explained_by_the_law() {
        assertThat(Opening.of(MOVE, mover(BORN, SHENYANG, false), false, TODAY)
                        .trace()
                        .rule())
                .isEqualTo("transfer.relation");
    }
}
