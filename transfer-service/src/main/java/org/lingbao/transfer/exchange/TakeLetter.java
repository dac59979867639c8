package org.lingbao.transfer.exchange;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes what another cell posts: opens it, asks whose document it is, and answers with signed receipts. The receipts and
 * all that the letter changes are one transaction.
 */
@ApplicationScoped
@Startup // its figures are there before the first letter comes
class TakeLetter {
    private static final Logger LOG = Logger.getLogger(TakeLetter.class);
    private static final int TAKEN = 200;

    private final Pool pool;
    private final ReceivedRows received;
    private final MessageLog log;
    private final Keys keys;
    private final Correspondents correspondents;
    private final Clock clock;
    private final Map<Refusal, Counter> refusals = new EnumMap<>(Refusal.class);

    TakeLetter(
            Pool pool,
            ReceivedRows received,
            MessageLog log,
            Keys keys,
            Correspondents correspondents,
            Clock clock,
            MeterRegistry metrics) {
        this.pool = pool;
        this.received = received;
        this.log = log;
        this.keys = keys;
        this.correspondents = correspondents;
        this.clock = clock;
        for (var reason : Refusal.values()) {
            refusals.put(reason, counter(metrics, reason));
        }
    }

    /** From the beginning and at zero, so that the first one is seen as a change. */
    private static Counter counter(MeterRegistry metrics, Refusal reason) {
        return Counter.builder("lingbao.exchange.refused")
                .description("letters that were not taken, by what was wrong")
                .tag("code", reason.inCatalogue())
                .register(metrics);
    }

    /** What is answered. @param status of HTTP: 200 where the letter came from whom it says */
    record Answered(int status, List<String> receipts) {}

    Uni<Answered> handle(String posted) {
        return switch (Opened.of(posted, keys.current(), clock.instant())) {
            case Opened.Refused(var reasons, var claimed) -> Uni.createFrom().item(refused(posted, reasons, claimed));
            case Opened.Trusted letter ->
                received.find(pool, letter.envelope())
                        .chain(known -> known.isPresent() ? again(posted, letter, known.get()) : take(posted, letter));
        };
    }

    /** What a decision needs is looked up before the transaction: nothing slow happens under its locks. */
    private Uni<Answered> take(String posted, Opened.Trusted letter) {
        var feature = correspondents.of(letter.envelope().document());
        if (feature.isEmpty()) {
            return Uni.createFrom()
                    .item(refused(posted, List.of(Refusal.DOCUMENT_UNKNOWN), Optional.of(letter.envelope())));
        }
        return feature.get()
                .read(letter.letter())
                .chain(decide -> pool.withTransaction(transaction -> received.lock(transaction, letter.envelope())
                        .chain(() -> received.find(transaction, letter.envelope()))
                        .chain(known -> known.isPresent()
                                ? again(posted, letter, known.get())
                                : inOrder(transaction, posted, letter, decide))));
    }

    private Uni<Answered> inOrder(
            SqlConnection transaction,
            String posted,
            Opened.Trusted letter,
            Function<SqlConnection, Uni<Reply>> decide) {
        var sequence = letter.envelope().sequence();
        return received.last(transaction, letter.envelope()).chain(last -> {
            if (sequence > last + 1) {
                return early(transaction, letter, last + 1);
            }
            if (sequence <= last) {
                return Uni.createFrom()
                        .item(refused(posted, List.of(Refusal.SEQUENCE_TAKEN), Optional.of(letter.envelope())));
            }
            return decide.apply(transaction).chain(reply -> switch (reply) {
                case Reply.Early(var expected) -> early(transaction, letter, expected);
                case Reply.Given given -> given(transaction, letter, given.verdict());
            });
        });
    }

    private Uni<Answered> given(SqlConnection transaction, Opened.Trusted letter, Verdict verdict) {
        var envelope = letter.envelope();
        var now = now();
        var came = Receipt.of(envelope, Receipt.Kind.RECEIVED, List.of(), null, now);
        var judged = switch (verdict) {
            case Verdict.Accepted _ -> Receipt.of(envelope, Receipt.Kind.ACCEPTED, List.of(), null, now);
            case Verdict.Rejected(var codes) -> Receipt.of(envelope, Receipt.Kind.REJECTED, codes, null, now);
        };
        var receipts = List.of(signed(came), signed(judged));
        return received.keep(transaction, envelope, verdict, receipts)
                .chain(() -> log.came(transaction, letter, receipts))
                .replaceWith(new Answered(TAKEN, receipts));
    }

    private Uni<Answered> early(SqlConnection transaction, Opened.Trusted letter, int expected) {
        var missing = Receipt.of(letter.envelope(), Receipt.Kind.MISSING, List.of(), expected, now());
        var receipts = List.of(signed(missing));
        return log.came(transaction, letter, receipts).replaceWith(new Answered(TAKEN, receipts));
    }

    /** The same message gets the same receipts; another one under its id gets none. */
    private Uni<Answered> again(String posted, Opened.Trusted letter, ReceivedRows.Known known) {
        return known.is(letter.envelope())
                ? Uni.createFrom().item(new Answered(TAKEN, known.receipts()))
                : Uni.createFrom()
                        .item(refused(posted, List.of(Refusal.MESSAGE_CHANGED), Optional.of(letter.envelope())));
    }

    /** It goes into the service's log only: what anybody can post must not fill a table. */
    private Answered refused(String posted, List<Refusal> reasons, Optional<Envelope> claimed) {
        var codes = reasons.stream().map(Refusal::inCatalogue).sorted().toList();
        reasons.forEach(reason -> requireNonNull(refusals.get(reason)).increment());
        LOG.warnf(
                "refused what was posted as %s of %s: %s",
                claimed.map(Envelope::messageId).map(Object::toString).orElse("an unknown message"),
                claimed.map(letter -> letter.from().province()).orElse("somebody"),
                codes);
        var receipt = new Receipt(
                Receipt.Kind.REJECTED,
                claimed.map(Envelope::messageId).orElse(null),
                claimed.map(Envelope::digest).orElse(null),
                keys.current().own().asParty(),
                claimed.map(Envelope::from).orElse(null),
                codes,
                null,
                Digest.of(posted),
                now());
        var status = reasons.stream()
                .map(Refusal::status)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Answered(status, List.of(signed(receipt)));
    }

    private String signed(Receipt receipt) {
        return Jose.sign(Receipt.TYPE, Wire.write(receipt), keys.current().own().signingAt(receipt.at()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
