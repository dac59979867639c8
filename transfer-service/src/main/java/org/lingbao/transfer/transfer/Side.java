package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.deadline.DueDay;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Clock;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Ending;
import org.lingbao.transfer.transfer.domain.Findings;
import org.lingbao.transfer.transfer.domain.Form;
import org.lingbao.transfer.transfer.domain.Input;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.Move;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Receiving;
import org.lingbao.transfer.transfer.domain.Releasing;
import org.lingbao.transfer.transfer.domain.Status;
import org.lingbao.transfer.transfer.domain.Step;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** A case as this cell sees it: coming in or going out. The cell's code need not care which, but here. */
sealed interface Side {
    /** As rows, events and views write it. */
    String name();

    Move move();

    Status status();

    @Nullable
    Clock clock();

    /** The last day of its deadline, if it has one and the calendar is known. */
    default @Nullable LocalDate dueOn(Moment moment) {
        var clock = clock();
        return clock != null && clock.due(moment.law().deadline()) instanceof DueDay.Due(var due) ? due : null;
    }

    /** The same, but not while the deadline stands still. */
    default @Nullable LocalDate runsUntil(Moment moment) {
        var clock = clock();
        return clock == null || clock.isStopped() ? null : dueOn(moment);
    }

    boolean isEnded();

    /** The place whose agency works on it in this cell. */
    Place agency();

    /** The province on the other side. */
    Place partner();

    Step<Side> on(Input input, Moment moment);

    /** The new place's side. */
    record In(TransferIn state) implements Side {
        @Override
        public String name() {
            return "IN";
        }

        @Override
        public Move move() {
            return state.move();
        }

        @Override
        public Status status() {
            return state.status();
        }

        @Override
        public @Nullable Clock clock() {
            return state.clock();
        }

        @Override
        public boolean isEnded() {
            return state.isEnded();
        }

        @Override
        public Place agency() {
            return move().newPlace();
        }

        @Override
        public Place partner() {
            return move().oldPlace().province();
        }

        @Override
        public Step<Side> on(Input input, Moment moment) {
            return as(In::new, Receiving.on(state, input, moment));
        }
    }

    /** The old place's side. */
    record Out(TransferOut state) implements Side {
        @Override
        public String name() {
            return "OUT";
        }

        @Override
        public Move move() {
            return state.move();
        }

        @Override
        public Status status() {
            return state.status();
        }

        @Override
        public @Nullable Clock clock() {
            return state.clock();
        }

        @Override
        public boolean isEnded() {
            return state.isEnded();
        }

        @Override
        public Place agency() {
            return move().oldPlace();
        }

        @Override
        public Place partner() {
            return move().newPlace().province();
        }

        @Override
        public Step<Side> on(Input input, Moment moment) {
            return as(Out::new, Releasing.on(state, input, moment));
        }
    }

    /** What the first letter of a case does at the old place. */
    static Step<Side> open(CaseId id, Document.ContactLetter letter, Findings findings, Moment moment) {
        return as(Out::new, Releasing.open(id, letter, findings, moment));
    }

    private static <S> Step<Side> as(Function<S, Side> side, Step<S> step) {
        return switch (step) {
            case Step.Taken<S>(var state, var effects) -> new Step.Taken<>(side.apply(state), effects);
            case Step.Refused<S>(var reasons) -> new Step.Refused<>(reasons);
        };
    }

    /** What the person has, once it is known here. */
    default @Nullable Form form() {
        return switch (this) {
            case In(TransferIn.FormReceived state) -> state.form();
            case In(TransferIn.FundsReceived state) -> state.form();
            case In(TransferIn.Mismatch state) -> state.form();
            case In(TransferIn.Crediting state) -> state.form();
            case In(TransferIn.Completed state) -> state.form();
            case Out(TransferOut.FormSent state) -> state.form();
            case Out(TransferOut.FundsReleasing state) -> state.form();
            case Out(TransferOut.FundsSent state) -> state.form();
            case Out(TransferOut.Completed state) -> state.form();
            default -> null;
        };
    }

    /** How it ends, where nothing is moved. */
    default @Nullable Ending ending() {
        return switch (this) {
            case In(TransferIn.Restoring state) -> state.ending();
            case In(TransferIn.Ended state) -> state.ending();
            case Out(TransferOut.Restoring state) -> state.ending();
            case Out(TransferOut.Ended state) -> state.ending();
            default -> null;
        };
    }

    /** What does not agree, or why it ends. */
    default List<Reason> reasons() {
        return switch (this) {
            case In(TransferIn.LetterReturned state) -> state.reasons();
            case In(TransferIn.Mismatch state) -> state.reasons();
            case Out(TransferOut.FormReturned state) -> state.reasons();
            case Out(TransferOut.FundsSent state) -> state.questions();
            default -> ending() instanceof Ending.Refused(var reasons) ? reasons : List.of();
        };
    }
}
