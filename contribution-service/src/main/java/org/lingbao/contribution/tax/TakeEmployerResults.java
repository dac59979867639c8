package org.lingbao.contribution.tax;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lingbao.contribution.payment.BookEmployerMonths;
import org.lingbao.contribution.payment.BookEmployerMonths.Line;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;

/** Takes a batch of what employers paid, whole or not at all; the same batch again gets the same answer. */
@ApplicationScoped
class TakeEmployerResults {
    private static final int OK = 200;

    private final Pool pool;
    private final Idempotency idempotency;
    private final BookEmployerMonths book;
    private final BusinessDay day;

    TakeEmployerResults(Pool pool, Idempotency idempotency, BookEmployerMonths book, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.book = book;
        this.day = day;
    }

    Uni<Answer> handle(IdempotencyKey batch, Bureau bureau, List<Line> lines) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                batch,
                () -> book.handle(transaction, bureau.code(), bureau.area(), lines, today)
                        .map(booked ->
                                new Answer(OK, null, ResultsView.of(batch.key(), numbers(lines), booked), false))));
    }

    private static List<String> numbers(List<Line> lines) {
        return lines.stream().map(Line::number).toList();
    }
}
