package org.lingbao.contribution.tax;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lingbao.contribution.payment.BookCollections;
import org.lingbao.contribution.payment.BookCollections.Voucher;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.idempotency.Answer;
import org.lingbao.platform.idempotency.Idempotency;
import org.lingbao.platform.idempotency.IdempotencyKey;

/** Takes a batch of collection results, whole or not at all; the same batch again gets the same answer. */
@ApplicationScoped
class TakeResults {
    private static final int OK = 200;

    private final Pool pool;
    private final Idempotency idempotency;
    private final BookCollections book;
    private final BusinessDay day;

    TakeResults(Pool pool, Idempotency idempotency, BookCollections book, BusinessDay day) {
        this.pool = pool;
        this.idempotency = idempotency;
        this.book = book;
        this.day = day;
    }

    Uni<Answer> handle(IdempotencyKey batch, Bureau bureau, List<Voucher> vouchers) {
        var today = day.today();
        return pool.withTransaction(transaction -> idempotency.once(
                transaction,
                batch,
                () -> book.handle(transaction, bureau.code(), bureau.area(), vouchers, today)
                        .map(booked ->
                                new Answer(OK, null, ResultsView.of(batch.key(), numbers(vouchers), booked), false))));
    }

    private static List<String> numbers(List<Voucher> vouchers) {
        return vouchers.stream().map(Voucher::number).toList();
    }
}
