package org.lingbao.matching.engagement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.matching.engagement.domain.Transition.Facts;
import org.lingbao.matching.engagement.domain.Transition.Moved;
import org.lingbao.matching.engagement.domain.Transition.Reason;
import org.lingbao.matching.engagement.domain.Transition.Refused;
import org.lingbao.matching.engagement.domain.Transition.Unchanged;

class TransitionTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-09-01");
    private static final LocalDate LAST = LocalDate.parse("2026-09-03");
    private static final CodeId IN = new CodeId(new UUID(1, 1));
    private static final CodeId OUT = new CodeId(new UUID(1, 2));
    private static final List<Command> COMMANDS = List.of(
            new Command.CheckIn(IN),
            new Command.CheckOut(OUT),
            new Command.Complete(),
            new Command.NotePay(),
            new Command.Cancel(Side.WORKER),
            new Command.Cancel(Side.EMPLOYER),
            new Command.NoteNoShow());

    private static final Facts ACCEPTED = new Facts(new State.Accepted(), FIRST, LAST, null, null);

    private static Facts after(Facts facts, State state) {
        return new Facts(
                state,
                FIRST,
                LAST,
                state instanceof State.CheckedIn in ? in.code() : facts.in(),
                state instanceof State.CheckedOut out ? out.code() : facts.out());
    }

    @Test
    void the_way_is_come_leave_complete_pay() {
        var in = after(ACCEPTED, new State.CheckedIn(IN));
        var out = after(in, new State.CheckedOut(OUT));
        var done = after(out, new State.Completed());

        assertThat(Transition.of(ACCEPTED, new Command.CheckIn(IN), FIRST)).isEqualTo(new Moved(in.state()));
        assertThat(Transition.of(in, new Command.CheckOut(OUT), FIRST)).isEqualTo(new Moved(out.state()));
        assertThat(Transition.of(out, new Command.Complete(), FIRST)).isEqualTo(new Moved(done.state()));
        assertThat(Transition.of(done, new Command.NotePay(), LAST)).isEqualTo(new Moved(new State.Paid()));
    }

    @Test
    void the_same_scan_again_changes_nothing_and_another_one_is_refused() {
        var out = after(after(ACCEPTED, new State.CheckedIn(IN)), new State.CheckedOut(OUT));

        assertThat(Transition.of(out, new Command.CheckIn(IN), LAST.plusDays(9)))
                .isEqualTo(new Unchanged());
        assertThat(Transition.of(out, new Command.CheckOut(OUT), FIRST)).isEqualTo(new Unchanged());
        assertThat(Transition.of(out, new Command.CheckIn(OUT), FIRST))
                .isEqualTo(new Refused(List.of(new Reason.NotNow(out.state()))));
    }

    @Test
    void a_refusal_lists_every_reason() {
        var in = after(ACCEPTED, new State.CheckedIn(IN));

        assertThat(Transition.of(ACCEPTED, new Command.CheckIn(IN), FIRST.minusDays(1)))
                .isEqualTo(new Refused(List.of(new Reason.TooEarly(FIRST))));
        assertThat(Transition.of(in, new Command.CheckIn(OUT), LAST.plusDays(1)))
                .isEqualTo(new Refused(List.of(new Reason.NotNow(in.state()), new Reason.TooLate(LAST))));
        assertThat(Transition.of(in, new Command.NoteNoShow(), FIRST))
                .isEqualTo(new Refused(List.of(new Reason.NotNow(in.state()), new Reason.NoShowTooEarly(FIRST))));
    }

    @Test
    void who_forgot_to_check_out_is_confirmed_from_the_last_day_on() {
        var in = after(ACCEPTED, new State.CheckedIn(IN));

        assertThat(Transition.of(in, new Command.Complete(), FIRST))
                .isEqualTo(new Refused(List.of(new Reason.CompletionTooEarly(LAST))));
        assertThat(Transition.of(in, new Command.Complete(), LAST)).isEqualTo(new Moved(new State.Completed()));
    }

    @Test
    void whatever_is_tried_in_whatever_order_nobody_is_paid_who_did_not_come_and_an_end_is_an_end() {
        qt().forAll(
                        lists().of(integers().between(0, COMMANDS.size() - 1)).ofSizeBetween(1, 12),
                        integers().between(-2, 6))
                .check((tries, day) -> {
                    var facts = ACCEPTED;
                    for (var index : tries) {
                        var ended = facts.state() instanceof State.Cancelled
                                || facts.state() instanceof State.NoShow
                                || facts.state() instanceof State.Paid;
                        var tried = Transition.of(facts, COMMANDS.get(index), FIRST.plusDays(day));
                        if (tried instanceof Moved(var state)) {
                            if (ended) {
                                return false;
                            }
                            facts = after(facts, state);
                        }
                    }
                    return !(facts.state() instanceof State.Paid) || facts.in() != null;
                });
    }
}
