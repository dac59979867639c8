package org.lingbao.transfer.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.lingbao.transfer.exchange.Letter;
import org.lingbao.transfer.exchange.Reply;
import org.lingbao.transfer.exchange.Verdict;

/** Carries letters by hand, each in one transaction as the exchange does. */
@ApplicationScoped
class PostOffice {
    private final Pool pool;
    private final Letters letters;
    private final ObjectMapper mapper;

    PostOffice(Pool pool, Letters letters, ObjectMapper mapper) {
        this.pool = pool;
        this.letters = letters;
        this.mapper = mapper;
    }

    /** A letter for this cell. */
    Reply deliver(Letter letter) {
        return await(() -> letters.read(letter).chain(take -> pool.withTransaction(take::apply)));
    }

    /** The partner's verdict on a letter of this cell. */
    void hear(Letter ours, Verdict verdict) {
        var unused = await(() -> pool.withTransaction(transaction -> letters.heard(transaction, ours, verdict)));
    }

    /** All that this cell has written in a case, in order. */
    List<Letter> written(UUID id) {
        var rows = await(() -> pool.preparedQuery("select * from exchange_letter where case_id = $1 order by sequence")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(id)));
        return java.util.stream.StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Letter(
                        row.getUUID("message_id"),
                        id,
                        row.getInteger("sequence"),
                        row.getString("partner"),
                        row.getString("document"),
                        row.getInteger("version"),
                        body(row.getString("sealed"))))
                .toList();
    }

    private com.fasterxml.jackson.databind.JsonNode body(String sealed) {
        try {
            return mapper.readTree(sealed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T await(java.util.function.Supplier<io.smallrye.mutiny.Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
