package org.lingbao.transfer.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.rules.Law;
import org.lingbao.transfer.exchange.Letter;
import org.lingbao.transfer.exchange.Mailbox;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Effect;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.Step;

/**
 * The one way in which a case goes on, whatever came in: the state after the step and all that follows from it are written in the
 * transaction that has locked the case. What follows is only written down here; letters and events go out after the commit.
 */
@ApplicationScoped
class Cases {
    private final Dockets dockets;
    private final Messages messages;
    private final WorkList work;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private final DocumentJson json;
    private final BusinessDay day;

    Cases(
            Dockets dockets,
            Messages messages,
            WorkList work,
            Mailbox mailbox,
            Outbox outbox,
            DocumentJson json,
            BusinessDay day) {
        this.dockets = dockets;
        this.messages = messages;
        this.work = work;
        this.mailbox = mailbox;
        this.outbox = outbox;
        this.json = json;
        this.day = day;
    }

    /** The cell's business day and the law. */
    Moment now() {
        return new Moment(day.today(), Law.standard());
    }

    /**
     * Writes a step. One that was refused changes nothing.
     *
     * @param docket the case before it, locked in this transaction
     * @return the case after it
     */
    Uni<Docket> write(SqlConnection transaction, Docket docket, Step<Side> step, Moment moment) {
        return switch (step) {
            case Step.Refused<Side> _ -> Uni.createFrom().item(docket);
            case Step.Taken<Side>(var side, var effects) -> {
                var stepped = docket.with(side, moment.today());
                yield dockets.write(transaction, stepped, moment)
                        .chain(() -> announce(transaction, docket, side, moment))
                        .chain(() -> work.settle(transaction, side, moment.today()))
                        .chain(() -> follow(transaction, stepped, effects, moment));
            }
        };
    }

    private Uni<Void> announce(SqlConnection transaction, Docket before, Side after, Moment moment) {
        return Published.of(before.side(), after, moment.today())
                .map(news -> publish(transaction, before, news))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(SqlConnection transaction, Docket docket, Published published) {
        return outbox.append(transaction, published.type(), docket.id().value(), published.event());
    }

    /** One effect after the other: the order in which contribution and the partner will see them. */
    private Uni<Docket> follow(SqlConnection transaction, Docket docket, List<Effect> effects, Moment moment) {
        var done = Uni.createFrom().item(docket);
        for (var effect : effects) {
            done = done.chain(now -> effect(transaction, now, effect, moment));
        }
        return done;
    }

    private Uni<Docket> effect(SqlConnection transaction, Docket docket, Effect effect, Moment moment) {
        var side = Objects.requireNonNull(docket.side(), "effects have a case");
        return switch (effect) {
            case Effect.Send(var document) -> send(transaction, docket, document, moment);
            case Effect.Ask(var instruction) ->
                publish(transaction, docket, Published.of(side.move(), instruction, moment.today()))
                        .replaceWith(docket);
            case Effect.Assign assign ->
                work.assign(transaction, side, assign, moment).replaceWith(docket);
            case Effect.Inform(var news) ->
                work.inform(transaction, docket.id(), news, moment.today()).replaceWith(docket);
        };
    }

    private Uni<Docket> send(SqlConnection transaction, Docket docket, Document document, Moment moment) {
        var letter = new Letter(
                Ids.next(),
                docket.id().value(),
                docket.mail().next().value(),
                docket.partner(),
                document.type().code(),
                DocumentJson.VERSION,
                json.write(document));
        return messages.sent(transaction, docket, document.type(), moment.today())
                .chain(() -> mailbox.send(transaction, letter))
                .map(sent -> docket.written());
    }
}
