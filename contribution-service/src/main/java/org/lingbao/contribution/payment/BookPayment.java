package org.lingbao.contribution.payment;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.contribution.gathering.Gathering;
import org.lingbao.contribution.payment.domain.AttestedDay;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.trace.Traces;

/**
 * Books money that a bank took, once for ever. It is never refused: it pays its bill, or it is put in suspense with every
 * reason. One statement, shared with the reports that came at the same time; a repetition needs a second one to read the
 * receipt that is there.
 */
@ApplicationScoped
class BookPayment {
    private static final char SERVICE = 'C';
    private static final int LONGEST_QUEUE = 1_024;

    private final Pool pool;
    private final Outbox outbox;
    private final BusinessDay day;
    private final String cell;
    private final Duration tolerance;
    private final Gathering<Asked, Receipt> gathering;

    BookPayment(
            Pool pool,
            Outbox outbox,
            BusinessDay day,
            @ConfigProperty(name = "lingbao.cell") String cell,
            @ConfigProperty(name = "lingbao.terminal.tolerance", defaultValue = "P3D") Duration tolerance,
            @ConfigProperty(name = "lingbao.payment.lanes") int lanes,
            @ConfigProperty(name = "lingbao.payment.together") int together) {
        this.pool = pool;
        this.outbox = outbox;
        this.day = day;
        this.cell = cell;
        this.tolerance = tolerance;
        this.gathering = new Gathering<>(new Gathering.Size(lanes, together, LONGEST_QUEUE), Asked::claims, this::book);
    }

    /**
     * A report on its way.
     *
     * @param receipt the id of its receipt, if it is new
     * @param trace of its request
     */
    private record Asked(UUID receipt, Report report, String trace) {
        /** Of two reports for a bill, or under a reference, the second has to see what became of the first. */
        Set<?> claims() {
            return Set.of(report.bill(), report.bank() + " " + report.reference());
        }
    }

    /** What became of a report. */
    sealed interface Outcome {
        /** It is booked now. */
        record Booked(Receipt receipt) implements Outcome {}

        /** It was booked before; nothing happened. */
        record Known(Receipt receipt) implements Outcome {}

        /** Another report was booked under this reference; nothing happened. */
        record Reused() implements Outcome {}
    }

    Uni<Outcome> handle(Report report) {
        return gathering
                .add(new Asked(Ids.next(), report, Traces.current()))
                .chain(receipt -> receipt.<Uni<Outcome>>map(
                                booked -> Uni.createFrom().item(new Outcome.Booked(booked)))
                        .orElseGet(() -> known(report)));
    }

    private Uni<Map<Asked, Receipt>> book(List<Asked> group) {
        var byReceipt = group.stream().collect(toMap(Asked::receipt, identity()));
        return pool.preparedQuery(PaymentSql.BOOK)
                .execute(parameters(group, day.today()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Receipt::read)
                        .collect(toMap(receipt -> requireNonNull(byReceipt.get(receipt.id())), identity())))
                .invoke(booked -> {
                    if (!booked.isEmpty()) {
                        outbox.wakeRelay();
                    }
                });
    }

    private Uni<Outcome> known(Report report) {
        return pool.preparedQuery(PaymentSql.FIND)
                .execute(Tuple.of(report.bank(), report.reference(), Column.bytes(report.bodyHash())))
                .map(rows -> rows.iterator().next())
                .map(row -> row.getBoolean("same_body") ? new Outcome.Known(Receipt.read(row)) : new Outcome.Reused());
    }

    /** In the order of their references, in which their places in the index are taken. */
    private Tuple parameters(List<Asked> group, LocalDate today) {
        var asked = group.stream()
                .sorted(Comparator.comparing((Asked one) -> one.report().bank())
                        .thenComparing(one -> one.report().reference()))
                .toList();
        var reports = asked.stream().map(Asked::report).toList();
        return Tuple.tuple()
                .addString(cell + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(today) + "-")
                .addLocalDate(today)
                .addArrayOfUUID(Column.of(asked, Asked::receipt, UUID[]::new))
                .addArrayOfUUID(Column.of(asked, any -> Ids.next(), UUID[]::new))
                .addArrayOfUUID(Column.of(asked, any -> Ids.next(), UUID[]::new))
                .addArrayOfString(Column.of(asked, any -> Ids.verificationCode(SERVICE), String[]::new))
                .addArrayOfString(Column.of(reports, Report::bank, String[]::new))
                .addArrayOfString(Column.of(reports, Report::terminal, String[]::new))
                .addArrayOfString(Column.of(reports, Report::reference, String[]::new))
                .addValue(Column.ofBytes(reports, Report::bodyHash))
                .addArrayOfString(Column.of(reports, report -> report.payer().name(), String[]::new))
                .addArrayOfUUID(Column.of(reports, Report::bill, UUID[]::new))
                .addArrayOfLong(Column.of(reports, report -> report.amount().fen(), Long[]::new))
                .addArrayOfOffsetDateTime(Column.of(reports, Report::occurredAt, OffsetDateTime[]::new))
                .addArrayOfLocalDate(Column.of(reports, report -> paidOn(report, today), LocalDate[]::new))
                .addArrayOfString(Column.of(asked, Asked::trace, String[]::new))
                .addValue(Column.ofKnownBytes(reports, Report::payerIndex));
    }

    private LocalDate paidOn(Report report, LocalDate today) {
        return AttestedDay.of(report.occurredAt().toInstant(), today, tolerance);
    }
}
