package org.lingbao.transfer.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.Command;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Payee;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** The clerks and the persons themselves: now and then somebody looks at a case and does something, wise or not. */
final class Desk {
    private static final Reason UNWILLING = new Reason("REFUSED_BY_CLERK");
    private static final int HALF = 50;
    private static final int PATIENCE = 8;

    private final World world;

    Desk(World world) {
        this.world = world;
    }

    void visitLater(Cell cell, Docket docket) {
        world.agenda.after(world.dice.between(Agenda.HOUR, Agenda.DAY), () -> {
            if (docket.isOpen()) {
                visit(cell, docket);
                visitLater(cell, docket);
            }
        });
    }

    private void visit(Cell cell, Docket docket) {
        var command = docket.in == null ? forOut(docket) : forIn(docket, docket.in);
        if (command != null) {
            docket.visits++;
            var reference = docket.out instanceof TransferOut.FundsSent sent ? sent.reference() : null;
            world.note(() -> cell.place + " clerk: " + command);
            if (cell.command(docket, command) && command instanceof Command.Supplement && reference != null) {
                world.bank.payTheRest(reference);
            }
        }
    }

    private @Nullable Command forIn(Docket docket, TransferIn state) {
        return switch (state) {
            case TransferIn.Applied applied -> isWhim() ? end() : letter(applied);
            case TransferIn.LetterReturned returned -> world.dice.percent(HALF) ? letter(returned) : end();
            case TransferIn.Mismatch _ -> docket.visits > PATIENCE || isWhim() ? end() : recheck();
            default -> isWhim() ? end() : null;
        };
    }

    private @Nullable Command forOut(Docket docket) {
        return switch (docket.out) {
            case TransferOut.FormReturned _ -> isWhim() ? refuse() : new Command.Correct();
            case TransferOut.FundsSent sent
            when !sent.questions().isEmpty() -> world.dice.percent(HALF) ? new Command.Supplement() : null;
            case null, default -> isWhim() ? refuse() : null;
        };
    }

    private boolean isWhim() {
        return world.dice.percent(world.weather().whim());
    }

    private @Nullable Command recheck() {
        return world.dice.percent(HALF) ? new Command.Recheck() : null;
    }

    private Command end() {
        return world.dice.percent(HALF) ? new Command.Cancel() : refuse();
    }

    private static Command refuse() {
        return new Command.Refuse(List.of(UNWILLING));
    }

    private Command letter(TransferIn state) {
        var move = state.move();
        var citizen = world.citizen(move);
        return new Command.SendLetter(new Document.ContactLetter(
                citizen.subject(), move.oldPlace(), move.newPlace(), payee(move.newPlace())));
    }

    private static Payee payee(Place place) {
        return new Payee("account of " + place.code());
    }
}
