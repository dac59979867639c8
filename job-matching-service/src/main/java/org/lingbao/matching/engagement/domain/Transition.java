package org.lingbao.matching.engagement.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of a command. */
public sealed interface Transition {
    record Moved(State to) implements Transition {}

    /** It was done before by the same code: nothing changes. */
    record Unchanged() implements Transition {}

    record Refused(List<Reason> reasons) implements Transition {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why not. */
    sealed interface Reason {
        record NotNow(State state) implements Reason {}

        record TooEarly(LocalDate startsOn) implements Reason {}

        record TooLate(LocalDate endsOn) implements Reason {}

        record NoShowTooEarly(LocalDate startsOn) implements Reason {}

        record CompletionTooEarly(LocalDate endsOn) implements Reason {}
    }

    /**
     * An engagement.
     *
     * @param in the code by which the worker was checked in
     * @param out the code by which the worker was checked out
     */
    record Facts(
            State state,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable CodeId in,
            @Nullable CodeId out) {}

    static Transition of(Facts facts, Command command, LocalDate today) {
        return switch (command) {
            case Command.CheckIn(var code) when code.equals(facts.in()) -> new Unchanged();
            case Command.CheckOut(var code) when code.equals(facts.out()) -> new Unchanged();
            case Command.CheckIn(var code) ->
                decided(
                        new State.CheckedIn(code),
                        notUnless(facts, facts.state() instanceof State.Accepted),
                        today.isBefore(facts.startsOn()) ? new Reason.TooEarly(facts.startsOn()) : null,
                        today.isAfter(facts.endsOn()) ? new Reason.TooLate(facts.endsOn()) : null);
            case Command.CheckOut(var code) ->
                decided(new State.CheckedOut(code), notUnless(facts, facts.state() instanceof State.CheckedIn));
            case Command.Complete() -> complete(facts, today);
            case Command.NotePay() ->
                decided(new State.Paid(), notUnless(facts, facts.state() instanceof State.Completed));
            case Command.Cancel(var by) ->
                decided(new State.Cancelled(by), notUnless(facts, facts.state() instanceof State.Accepted));
            case Command.NoteNoShow() ->
                decided(
                        new State.NoShow(),
                        notUnless(facts, facts.state() instanceof State.Accepted),
                        today.isAfter(facts.startsOn()) ? null : new Reason.NoShowTooEarly(facts.startsOn()));
        };
    }

    /** Who forgot to check out is not left without pay: from the last day on the employer's word is enough. */
    private static Transition complete(Facts facts, LocalDate today) {
        var forgotten = facts.state() instanceof State.CheckedIn;
        return decided(
                new State.Completed(),
                notUnless(facts, forgotten || facts.state() instanceof State.CheckedOut),
                forgotten && today.isBefore(facts.endsOn()) ? new Reason.CompletionTooEarly(facts.endsOn()) : null);
    }

    private static @Nullable Reason notUnless(Facts facts, boolean fits) {
        return fits ? null : new Reason.NotNow(facts.state());
    }

    private static Transition decided(State to, @Nullable Reason... findings) {
        var reasons = new ArrayList<Reason>();
        for (var finding : findings) {
            if (finding != null) {
                reasons.add(finding);
            }
        }
        return reasons.isEmpty() ? new Moved(to) : new Refused(reasons);
    }
}
