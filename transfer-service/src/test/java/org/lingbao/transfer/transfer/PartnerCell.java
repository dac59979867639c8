package org.lingbao.transfer.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.testing.TestStack;
import org.lingbao.rules.Law;
import org.lingbao.transfer.exchange.Letter;
import org.lingbao.transfer.exchange.Reply;
import org.lingbao.transfer.exchange.Verdict;
import org.lingbao.transfer.story.Story;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Correspondence;
import org.lingbao.transfer.transfer.domain.Correspondence.Arrival;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Effect;
import org.lingbao.transfer.transfer.domain.Findings;
import org.lingbao.transfer.transfer.domain.Input;
import org.lingbao.transfer.transfer.domain.Instruction;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Receipt;
import org.lingbao.transfer.transfer.domain.Sequence;
import org.lingbao.transfer.transfer.domain.Step;

/** The other cell of a case: the pure protocol and nothing else. */
final class PartnerCell {
    static final PersonId PERSON = new PersonId(new UUID(7, 7));

    private final DocumentJson json;
    final CaseId id;

    @Nullable
    Side side;

    Findings findings = Findings.free(PERSON);
    Correspondence mail = Correspondence.NONE;
    final List<Letter> written = new ArrayList<>();
    final List<Instruction> asked = new ArrayList<>();

    /** A case of its own, in Liaoning. */
    PartnerCell(UUID id, DocumentJson json) {
        this.id = new CaseId(id);
        this.json = json;
    }

    static Moment now() {
        return new Moment(LocalDate.parse(TestStack.FIRST_DAY), Law.standard());
    }

    /** Starts a case of its own. */
    synchronized void begins(Side begun, Input first) {
        side = begun;
        on(first);
    }

    /** Something happens there. */
    synchronized void on(Input input) {
        write(Objects.requireNonNull(side).on(input, now()));
    }

    /** A letter of the cell under test. */
    synchronized Reply take(Letter letter) {
        return switch (mail.arrivalOf(new Sequence(letter.sequence()))) {
            case Arrival.Next() -> new Reply.Given(verdict(next(letter)), false);
            case Arrival.Repeated(var receipt) -> new Reply.Given(verdict(receipt), true);
            case Arrival.Early(var expected) -> new Reply.Early(expected.value());
        };
    }

    private Receipt next(Letter letter) {
        var type = Messages.type(letter.document());
        var document = json.read(type, letter.version(), letter.body()).orElseThrow();
        Step<Side> step = side == null && document instanceof Document.ContactLetter contact
                ? Side.open(id, contact, findings, now())
                : side == null ? Step.refused(Reason.UNKNOWN_CASE) : side.on(document, now());
        var receipt = Receipt.of(new Sequence(letter.sequence()), type, step);
        mail = mail.answered(receipt);
        write(step);
        return receipt;
    }

    /** What the cell under test said of a letter of this one. */
    synchronized void hears(Letter letter, Verdict verdict) {
        var receipt = new Receipt(
                new Sequence(letter.sequence()),
                Messages.type(letter.document()),
                switch (verdict) {
                    case Verdict.Accepted() -> new Receipt.Verdict.Accepted();
                    case Verdict.Rejected(var codes) ->
                        new Receipt.Verdict.Rejected(
                                codes.stream().map(Reason::new).toList());
                });
        if (mail.awaits(receipt)) {
            mail = mail.heardOf();
            on(receipt);
        }
    }

    /** What has no receipt yet. */
    synchronized List<Letter> unanswered() {
        return List.copyOf(written.subList(mail.heard(), mail.sent()));
    }

    private void write(Step<Side> step) {
        if (step instanceof Step.Taken<Side>(var state, var effects)) {
            side = state;
            for (var effect : effects) {
                switch (effect) {
                    case Effect.Send(var document) -> written.add(letter(document));
                    case Effect.Ask(var instruction) -> asked.add(instruction);
                    case Effect.Assign _, Effect.Inform _ -> {}
                }
            }
        }
    }

    /** A letter as this cell would write it next. */
    Letter letter(Document document) {
        var letter = new Letter(
                UUID.randomUUID(),
                id.value(),
                mail.next().value(),
                Story.LIAONING,
                document.type().code(),
                1,
                json.write(document));
        mail = mail.written();
        return letter;
    }

    private static Verdict verdict(Receipt receipt) {
        return switch (receipt.verdict()) {
            case Receipt.Verdict.Accepted() -> new Verdict.Accepted();
            case Receipt.Verdict.Rejected(var reasons) ->
                new Verdict.Rejected(reasons.stream().map(Reason::code).toList());
        };
    }
}
