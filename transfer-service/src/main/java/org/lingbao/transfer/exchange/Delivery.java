package org.lingbao.transfer.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends what is due to one partner, and notes what it answers. */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(30);

    /** One letter that a partner cannot take must not keep the others waiting; several in a row tell that it is in trouble. */
    private static final int MOST_BUSY_IN_A_ROW = 3;

    private final Pool pool;
    private final LetterRows rows;
    private final MessageLog log;
    private final Keys keys;
    private final Road road;
    private final Correspondents correspondents;
    private final Clock clock;
    private final Backoff backoff;
    private final Duration validity;

    Delivery(
            Pool pool,
            LetterRows rows,
            MessageLog log,
            Keys keys,
            Road road,
            Correspondents correspondents,
            Clock clock,
            Waits waits,
            @ConfigProperty(name = "lingbao.exchange.validity", defaultValue = "PT24H") Duration validity) {
        this.pool = pool;
        this.rows = rows;
        this.log = log;
        this.keys = keys;
        this.road = road;
        this.correspondents = correspondents;
        this.clock = clock;
        this.backoff = waits.backoff();
        this.validity = validity;
    }

    /** What a round came to. */
    enum Round {
        NOTHING_DUE,
        SENT,
        PARTNER_AWAY
    }

    /** Once through what is due; it ends early where the partner is away. */
    Round round(String partner, BooleanSupplier goOn) throws InterruptedException {
        var due = await(rows.due(pool, partner));
        var busyInARow = 0;
        for (var letter : due) {
            if (!goOn.getAsBoolean()) {
                break;
            }
            var outcome = deliver(partner, letter);
            busyInARow = outcome instanceof Outcome.Busy ? busyInARow + 1 : 0;
            if (outcome instanceof Outcome.Away || busyInARow == MOST_BUSY_IN_A_ROW) {
                return Round.PARTNER_AWAY;
            }
        }
        return due.isEmpty() ? Round.NOTHING_DUE : Round.SENT;
    }

    private Outcome deliver(String partner, LetterRows.Waiting waiting) throws InterruptedException {
        var next = backoff.after(waiting.tries() + 1, waiting.messageId());
        var desk = new Packed.Desk(keys.current(), clock.instant(), validity);
        var member = desk.keys().trust().ofProvince(partner);
        var key = member.flatMap(known -> known.encryptionAt(desk.now()));
        if (key.isEmpty()) {
            return unsent(waiting, next, Refusal.PARTNER_UNKNOWN);
        }
        Letter letter;
        Packed packed;
        try {
            var content = Sealing.open(waiting.sealed(), desk.keys().own());
            letter = letter(partner, waiting, content);
            packed = Packed.of(letter, content, waiting.tries() > 0, member.orElseThrow(), key.get(), desk);
        } catch (IllegalStateException keyIsMissing) {
            LOG.errorf("%s cannot be sent: %s", waiting, keyIsMissing.getMessage());
            return unsent(waiting, next, Refusal.KEY_MISSING);
        }
        if (!await(pool.withTransaction(transaction -> leaves(transaction, packed, next)))) {
            return new Outcome.NotDue();
        }
        var answer = road.post(member.orElseThrow().messages(), packed.posted());
        var outcome = Outcome.of(packed, answer, keys.current().trust(), clock.instant());
        return switch (outcome) {
            case Outcome.Judged judged -> judged(letter, packed, judged);
            case Outcome.Waits waits -> waits(waiting, packed, waits);
            case Outcome.Away _, Outcome.Busy _, Outcome.NotDue _ -> away(waiting, outcome);
        };
    }

    private Uni<Boolean> leaves(SqlConnection transaction, Packed packed, Duration next) {
        return rows.tried(transaction, packed.envelope().messageId(), next)
                .chain(due -> due
                        ? log.leaves(transaction, packed).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /** A letter for which something is missing here has its next turn later, and keeps no other one waiting. */
    private Outcome unsent(LetterRows.Waiting waiting, Duration next, Refusal why) {
        if (!await(pool.withTransaction(transaction -> rows.tried(transaction, waiting.messageId(), next)))) {
            return new Outcome.NotDue();
        }
        return noted(waiting, new Outcome.Waits(List.of(why.inCatalogue()), List.of()));
    }

    private static Letter letter(String partner, LetterRows.Waiting waiting, Sealing.Content content) {
        return new Letter(
                waiting.messageId(),
                waiting.caseId(),
                waiting.sequence(),
                partner,
                waiting.document(),
                waiting.version(),
                Wire.readTree(content.document()).orElseThrow());
    }

    /** The verdict and what its feature makes of it are one transaction, however often the verdict comes. */
    private Outcome judged(Letter letter, Packed packed, Outcome.Judged judged) {
        await(pool.withTransaction(transaction -> rows.judged(transaction, letter.messageId(), judged.verdict())
                .chain(first -> first
                        ? log.answered(transaction, packed, judged.receipts())
                                .chain(() -> correspondents
                                        .of(letter.document())
                                        .map(feature -> feature.heard(transaction, letter, judged.verdict()))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))
                        : Uni.createFrom().voidItem())));
        return judged;
    }

    private Outcome waits(LetterRows.Waiting waiting, Packed packed, Outcome.Waits waits) {
        LOG.warnf("%s was not taken: %s", packed, waits.codes());
        if (!waits.receipts().isEmpty()) {
            await(pool.withTransaction(transaction -> log.answered(transaction, packed, waits.receipts())));
        }
        return noted(waiting, waits);
    }

    private Outcome away(LetterRows.Waiting waiting, Outcome outcome) {
        await(rows.waits(pool, waiting.messageId(), List.of(Refusal.PARTNER_AWAY.inCatalogue())));
        return outcome;
    }

    private Outcome noted(LetterRows.Waiting waiting, Outcome.Waits waits) {
        await(rows.waits(pool, waiting.messageId(), waits.codes()));
        return waits;
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(DATABASE_LIMIT);
    }
}
