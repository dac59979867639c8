package org.lingbao.enrollment.worklist.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.worklist.domain.Ending.Reason;

class EndingTest {
    @Test
    void a_task_ends_with_an_outcome_of_its_kind() {
        for (var kind : Kind.values()) {
            assertThat(kind.outcomes())
                    .allSatisfy(outcome ->
                            assertThat(Ending.of(kind, null, outcome)).isEqualTo(new Ending.Done(outcome)));
        }
    }

    @Test
    void the_same_outcome_again_is_known() {
        assertThat(Ending.of(Kind.COVERAGE_VISIT, Outcome.DECLINED, Outcome.DECLINED))
                .isEqualTo(new Ending.Known());
    }

    @Test
    void a_refusal_lists_every_reason() {
        assertThat(Ending.of(Kind.ASSISTED_VISIT, Outcome.SERVED, Outcome.ENROLLED))
                .isEqualTo(new Ending.Refused(List.of(
                        new Reason.DoneOtherwise(Outcome.SERVED),
                        new Reason.NoOutcomeOf(
                                Kind.ASSISTED_VISIT,
                                List.of(Outcome.MOVED_AWAY, Outcome.DECEASED, Outcome.SERVED, Outcome.NOT_SERVED)))));
    }
}
