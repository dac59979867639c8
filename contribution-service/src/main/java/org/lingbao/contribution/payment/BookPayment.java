package org.lingbao.contribution.payment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.contribution.payment.domain.AttestedDay;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.id.Ids;
import org.lingbao.platform.outbox.Outbox;
import org.lingbao.platform.trace.Traces;

/**
 * Books money that a bank took, once for ever. It is never refused: it pays its bill, or it is put in suspense with every
 * reason. One statement; a repetition needs a second one to read the receipt that is there.
 */
@ApplicationScoped
class BookPayment {
    private static final char SERVICE = 'C';

    private final Pool pool;
    private final Outbox outbox;
    private final BusinessDay day;
    private final String cell;
    private final Duration tolerance;

    BookPayment(
            Pool pool,
            Outbox outbox,
            BusinessDay day,
            @ConfigProperty(name = "lingbao.cell") String cell,
            @ConfigProperty(name = "lingbao.terminal.tolerance", defaultValue = "P3D") Duration tolerance) {
        this.pool = pool;
        this.outbox = outbox;
        this.day = day;
        this.cell = cell;
        this.tolerance = tolerance;
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
        return pool.preparedQuery(PaymentSql.BOOK)
                .execute(parameters(report, day.today()))
                .chain(rows -> rows.size() == 0
                        ? known(report)
                        : Uni.createFrom().item(booked(rows.iterator().next())));
    }

    private Outcome booked(Row row) {
        outbox.wakeRelay();
        return new Outcome.Booked(Receipt.read(row));
    }

    private Uni<Outcome> known(Report report) {
        return pool.preparedQuery(PaymentSql.FIND)
                .execute(Tuple.of(report.bank(), report.reference(), bytes(report)))
                .map(rows -> rows.iterator().next())
                .map(row -> row.getBoolean("same_body") ? new Outcome.Known(Receipt.read(row)) : new Outcome.Reused());
    }

    private Tuple parameters(Report report, LocalDate today) {
        return Tuple.tuple()
                .addUUID(Ids.next())
                .addString(cell + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(today) + "-")
                .addString(Ids.verificationCode(SERVICE))
                .addString(report.bank())
                .addString(report.terminal())
                .addString(report.reference())
                .addValue(bytes(report))
                .addString(report.payer().name())
                .addUUID(report.bill())
                .addLong(report.amount().fen())
                .addOffsetDateTime(report.occurredAt())
                .addLocalDate(AttestedDay.of(report.occurredAt().toInstant(), today, tolerance))
                .addLocalDate(today)
                .addUUID(Ids.next())
                .addUUID(Ids.next())
                .addString(Traces.current());
    }

    private static Buffer bytes(Report report) {
        var bytes = new byte[report.bodyHash().remaining()];
        report.bodyHash().duplicate().get(bytes);
        return Buffer.buffer(bytes);
    }
}
