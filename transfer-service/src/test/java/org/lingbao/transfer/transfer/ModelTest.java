package org.lingbao.transfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.exchange.Letter;
import org.lingbao.transfer.exchange.Verdict;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.story.NothingWaits;
import org.lingbao.transfer.story.Story;
import org.lingbao.transfer.transfer.domain.Answer;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.Clock;
import org.lingbao.transfer.transfer.domain.Command;
import org.lingbao.transfer.transfer.domain.Correspondence;
import org.lingbao.transfer.transfer.domain.Correspondence.Arrival;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.DocumentType;
import org.lingbao.transfer.transfer.domain.Effect;
import org.lingbao.transfer.transfer.domain.Input;
import org.lingbao.transfer.transfer.domain.Move;
import org.lingbao.transfer.transfer.domain.Payee;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.Receipt;
import org.lingbao.transfer.transfer.domain.Sequence;
import org.lingbao.transfer.transfer.domain.SettlementReference;
import org.lingbao.transfer.transfer.domain.Step;
import org.lingbao.transfer.transfer.domain.Subject;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** Whatever comes in, in whatever order: the rows are what the pure protocol says, step by step. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class ModelTest implements NothingWaits {
    private static final int HISTORIES = 16;
    private static final int STEPS = 40;
    private static final List<Reason> REASONS = List.of(new Reason("FUNDS_RECEIVED"));
    private static final SettlementReference REFERENCE = new SettlementReference("21-1");
    private static final Document.ContactLetter LETTER =
            new Document.ContactLetter(new Subject("nobody"), Samples.DALIAN, Samples.WEIFANG, new Payee("Weifang 1"));

    private static final String COUNT = """
            select (select count(*)::int from exchange_letter where case_id = $1) as letters,
                   (select count(*)::int from transfer_news where case_id = $1) as news,
                   (select count(*)::int from transfer_task where case_id = $1 and done_on is null) as tasks""";

    /** Mostly what leads on, so that histories come far. */
    private static final List<Input> INPUTS = List.of(
            new Command.SendLetter(LETTER),
            new Command.SendLetter(LETTER),
            new Command.Refuse(REASONS),
            new Command.Cancel(),
            new Command.Recheck(),
            new Command.Correct(),
            new Command.Supplement(),
            LETTER,
            new Document.InformationForm(Samples.FORM),
            new Document.InformationForm(Samples.FORM),
            new Document.FundNotice(Samples.FORM.account(), Samples.FORM.pooled(), REFERENCE),
            new Document.FundNotice(Samples.FORM.account(), Samples.FORM.pooled(), REFERENCE),
            new Document.Completion(Samples.FORM.account(), Samples.FORM.pooled(), 1),
            new Document.Clarification(REASONS),
            new Document.Refusal(REASONS),
            new Document.Cancellation(),
            new Answer.AccountSealed(Samples.FORM),
            new Answer.AccountSealed(Samples.FORM),
            new Answer.SealRefused(REASONS),
            new Answer.FundsReleased(REFERENCE),
            new Answer.FundsReleased(REFERENCE),
            new Answer.FundsArrived(Samples.TOTAL),
            new Answer.FundsArrived(Money.yuan("1.00")),
            new Answer.RightsCredited(),
            new Answer.CreditRefused(REASONS),
            new Answer.AccountRestored(),
            new Input.DayBegan());

    @Inject
    Pool pool;

    @Inject
    Cases cases;

    @Inject
    Dockets dockets;

    @Inject
    DocumentJson json;

    @Inject
    PostOffice post;

    private Side side = new Side.In(new TransferIn.Applied(Samples.move(new CaseId(new UUID(0, 0))), clock()));
    private Correspondence mail = Correspondence.NONE;
    private int news;

    private static Clock clock() {
        return new Clock(Deadline.TRANSFER_LETTER, PartnerCell.now().today(), List.of(), false);
    }

    @Test
    void the_rows_are_what_the_pure_protocol_says() {
        for (var seed = 0; seed < HISTORIES; seed++) {
            var dice = new Random(seed);
            var id = new CaseId(UUID.randomUUID());
            begin(id, seed % 2 == 0);
            for (var number = 0; number < STEPS; number++) {
                var input = dice.nextInt(3) == 0 ? receipt(dice) : INPUTS.get(dice.nextInt(INPUTS.size()));
                come(id, input, dice);
                check(id, "history %d, step %d: %s".formatted(seed, number, input));
            }
        }
    }

    private void begin(CaseId id, boolean comesIn) {
        var move = new Move(id, new PersonId(UUID.randomUUID()), Samples.DALIAN, Samples.WEIFANG);
        var back = new Move(id, move.person(), Samples.WEIFANG, Samples.DALIAN);
        side = comesIn
                ? new Side.In(new TransferIn.Applied(move, clock()))
                : new Side.Out(new TransferOut.LetterReceived(back, clock()));
        mail = Correspondence.NONE;
        news = 0;
        var moment = cases.now();
        var unused =
                PostOffice.await(() -> pool.withTransaction(transaction -> dockets.lock(transaction, id, Story.LIAONING)
                        .chain(docket -> cases.write(transaction, docket, new Step.Taken<>(side, List.of()), moment))));
    }

    private Receipt receipt(Random dice) {
        var type = DocumentType.values()[dice.nextInt(DocumentType.values().length)];
        var sequence = new Sequence(Math.max(1, mail.heard() + dice.nextInt(3)));
        return new Receipt(
                sequence,
                type,
                dice.nextInt(4) == 0 ? new Receipt.Verdict.Rejected(REASONS) : new Receipt.Verdict.Accepted());
    }

    private void come(CaseId id, Input input, Random dice) {
        switch (input) {
            case Document document ->
                letter(id, document, Math.max(1, mail.given().size() + dice.nextInt(3)));
            case Receipt receipt -> heard(id, receipt);
            case Command _, Answer _, Input.DayBegan _ -> step(id, input);
        }
    }

    private void letter(CaseId id, Document document, int number) {
        var sequence = new Sequence(number);
        if (mail.arrivalOf(sequence) instanceof Arrival.Next) {
            var step = side.on(document, cases.now());
            mail = mail.answered(Receipt.of(sequence, document.type(), step));
            expect(step);
        }
        var unused = post.deliver(new Letter(
                UUID.randomUUID(),
                id.value(),
                number,
                Story.LIAONING,
                document.type().code(),
                1,
                json.write(document)));
    }

    private void heard(CaseId id, Receipt receipt) {
        if (mail.awaits(receipt)) {
            mail = mail.heardOf();
            expect(side.on(receipt, cases.now()));
        }
        post.hear(
                new Letter(
                        UUID.randomUUID(),
                        id.value(),
                        receipt.sequence().value(),
                        Story.LIAONING,
                        receipt.document().code(),
                        1,
                        JsonNodeFactory.instance.objectNode()),
                receipt.verdict() instanceof Receipt.Verdict.Accepted
                        ? new Verdict.Accepted()
                        : new Verdict.Rejected(List.of(REASONS.getFirst().code())));
    }

    private void step(CaseId id, Input input) {
        var moment = cases.now();
        expect(side.on(input, moment));
        var unused = PostOffice.await(() -> pool.withTransaction(transaction -> dockets.find(transaction, id)
                .chain(found -> cases.write(
                        transaction, found.orElseThrow(), found.orElseThrow().step(input, moment), moment))));
    }

    private void expect(Step<Side> step) {
        if (step instanceof Step.Taken<Side>(var state, var effects)) {
            side = state;
            for (var effect : effects) {
                switch (effect) {
                    case Effect.Send _ -> mail = mail.written();
                    case Effect.Inform _ -> news++;
                    case Effect.Ask _, Effect.Assign _ -> {}
                }
            }
        }
    }

    private void check(CaseId id, String when) {
        var docket = PostOffice.await(() -> pool.withTransaction(
                transaction -> dockets.find(transaction, id).map(Optional::orElseThrow)));
        assertThat(docket.side()).as(when).isEqualTo(side);
        assertThat(docket.mail()).as(when).isEqualTo(mail);
        var counted = PostOffice.await(() -> pool.preparedQuery(COUNT)
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.iterator().next()));
        assertThat(counted.getInteger("letters")).as(when).isEqualTo(mail.sent());
        assertThat(counted.getInteger("news")).as(when).isEqualTo(news);
        assertThat(counted.getInteger("tasks") > 0 || !needsSomebody()).as(when).isTrue();
    }

    /** States that only a person can lead on have somebody's task. */
    private boolean needsSomebody() {
        return side instanceof Side.In(TransferIn.LetterReturned _)
                || side instanceof Side.In(TransferIn.Mismatch _)
                || side instanceof Side.Out(TransferOut.FormReturned _);
    }
}
