package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.transfer.transfer.domain.Ending;
import org.lingbao.transfer.transfer.domain.Instruction;
import org.lingbao.transfer.transfer.domain.Move;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Status;

/** What the cell's other services are told of a case, in its order: an event and its type. */
record Published(EventType type, Object event) {

    /** What contribution shall do. */
    static Published of(Move move, Instruction instruction, LocalDate today) {
        var id = move.id().value();
        return switch (instruction) {
            case Instruction.Seal(var person, var newPlace, var payee) ->
                new Published(
                        SealRequestedV1.TYPE,
                        new SealRequestedV1(
                                id, person.value(), newPlace.code(), payee == null ? null : payee.value(), today));
            case Instruction.Release(var form) ->
                new Published(ReleaseRequestedV1.TYPE, new ReleaseRequestedV1(id, FormPart.of(form), today));
            case Instruction.Settle() -> new Published(SettleRequestedV1.TYPE, new SettleRequestedV1(id, today));
            case Instruction.Receive(var reference, var oldPlace, var stated) ->
                new Published(
                        FundsExpectedV1.TYPE,
                        new FundsExpectedV1(id, reference.value(), oldPlace.code(), stated.toYuan(), today));
            case Instruction.Credit(var person, var form) ->
                new Published(
                        CreditRequestedV1.TYPE,
                        new CreditRequestedV1(
                                id,
                                person.value(),
                                move.oldPlace().code(),
                                move.newPlace().code(),
                                FormPart.of(form),
                                today));
            case Instruction.Restore() -> new Published(RestoreRequestedV1.TYPE, new RestoreRequestedV1(id, today));
        };
    }

    /** What a step says by itself: that the case began, or that it is over. */
    static Optional<Published> of(@Nullable Side before, Side after, LocalDate today) {
        if (before == null) {
            return Optional.of(opened(after, today));
        }
        if (before.isEnded() || !after.isEnded()) {
            return Optional.empty();
        }
        return Optional.of(after.status() == Status.COMPLETED ? completed(after, today) : ended(after, today));
    }

    private static Published opened(Side side, LocalDate today) {
        var move = side.move();
        var event = new TransferOpenedV1(
                move.id().value(),
                move.person().value(),
                side.name(),
                move.oldPlace().code(),
                move.newPlace().code(),
                today);
        return new Published(TransferOpenedV1.TYPE, event);
    }

    private static Published completed(Side side, LocalDate today) {
        var move = side.move();
        var form = Objects.requireNonNull(side.form(), "a completed case has its form");
        var event = new TransferCompletedV1(
                move.id().value(),
                move.person().value(),
                side.name(),
                move.oldPlace().code(),
                move.newPlace().code(),
                form.contributionMonths(),
                form.account().toYuan(),
                form.pooled().toYuan(),
                today);
        return new Published(TransferCompletedV1.TYPE, event);
    }

    private static Published ended(Side side, LocalDate today) {
        var reasons = side.ending() instanceof Ending.Refused(var given) ? given : List.<Reason>of();
        var event = new TransferEndedV1(
                side.move().id().value(),
                side.move().person().value(),
                side.name(),
                side.status().name(),
                reasons.stream().map(Reason::code).toList(),
                today);
        return new Published(TransferEndedV1.TYPE, event);
    }
}
